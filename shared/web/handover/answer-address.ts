import type { LeadId } from '../../domain/identity/ids.ts';

/** The page on which somebody who is signed in answers about a lead; corrects an action, if a number is given. */
export function answerAddress(lead: LeadId, replaces?: number): string {
  const query = replaces === undefined ? '' : `?correct=${replaces}#answer`;
  return `/console/leads/${lead}/answer${query}`;
}

/** The calendar file with the next call to a lead. */
export function calendarAddress(lead: LeadId): string {
  return `/console/leads/${lead}/call.ics`;
}
