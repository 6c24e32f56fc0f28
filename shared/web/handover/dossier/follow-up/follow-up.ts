import type { OverdueLevel } from '../../../../domain/handover/handover.ts';
import type { Language } from '../../../../domain/language.ts';
import { counted, listed } from '../../../language.ts';
import { outsideLine } from '../outside-text.ts';
import { followUpWords } from './words.ts';

/** Why sales is notified of a lead again. */
export type FollowUp =
  | {
      kind: OverdueLevel;
      /** How long the lead has waited, and how long it may, in working hours. */
      waited: number;
      agreed: number;
      /** Working hours in a day. */
      aDay: number;
      /** When it was handed over, and when the manager is notified, as text. */
      since: string;
      managerAt: string;
      /** The name of the sales person it is for. */
      person?: string;
    }
  | { kind: 'raised'; person?: string; isAnswered: boolean; isCustomer: boolean }
  /** A colleague gave the lead to `person`. */
  | { kind: 'assigned'; by: string; person?: string; why?: string }
  /** The moment of a planned call has come. */
  | { kind: 'call'; at: string; person?: string };

/** What a notification says besides the dossier. */
export interface FollowUpLines {
  headline: string;
  notice: string;
  /** What happens next; absent when the agreement says it. */
  next?: string;
  /** Why the recipient gets this, unless it is for all of sales. */
  sentBecause?: string;
  /** Who hears that nobody has answered, and the line about this lead where one message names several. */
  overdue?: { level: OverdueLevel; line: string };
}

/** The texts of a follow-up about the lead that `who` names. */
export function followUpLines(language: Language, followUp: FollowUp, who: string): FollowUpLines {
  if (followUp.kind === 'raised') return raisedLines(language, followUp, who);
  if (followUp.kind === 'assigned') return assignedLines(language, followUp, who);
  if (followUp.kind === 'call') return callLines(language, followUp, who);
  const { overdue } = followUpWords[language];
  const { kind, waited, agreed, aDay, since, managerAt, person = overdue.sales } = followUp;
  const waits = overdue.waits(duration(language, waited, aDay), since);
  const notice = `${waits} ${overdue.agreed(duration(language, agreed, aDay))}`;
  if (kind === 'reminder') {
    const { headline, answer, escalates } = overdue.reminder;
    const line = `${waits} ${escalates(managerAt)}`;
    const next = `${answer} ${escalates(managerAt)}`;
    return { headline: headline(who), notice, next, overdue: { level: kind, line } };
  }
  const { headline, wasReminded, next, sentBecause } = overdue.manager;
  return {
    ...{ headline: headline(who), notice: `${notice} ${wasReminded}`, next: next(person), sentBecause },
    overdue: { level: kind, line: waits },
  };
}

function raisedLines(
  language: Language,
  { person, isAnswered, isCustomer }: Extract<FollowUp, { kind: 'raised' }>,
  who: string,
): FollowUpLines {
  const { raised, overdue } = followUpWords[language];
  const handedOver = person === undefined ? raised.isHandedOver : raised.isHandedOverTo(person);
  return {
    headline: raised.headline(who),
    notice: isCustomer ? raised.isCustomer(person ?? overdue.sales) : handedOver,
    ...(isAnswered && { next: raised.next }),
  };
}

function assignedLines(
  language: Language,
  { by, person, why }: Extract<FollowUp, { kind: 'assigned' }>,
  who: string,
): FollowUpLines {
  const { assigned, overdue } = followUpWords[language];
  const to = outsideLine(person ?? overdue.sales, 60);
  const from = outsideLine(by, 60);
  return {
    headline: assigned.headline(from, who, to),
    notice: why === undefined ? assigned.noReason : assigned.reason(outsideLine(why, 500)),
    sentBecause: assigned.sentBecause(from),
  };
}

function callLines(
  language: Language,
  { at, person }: Extract<FollowUp, { kind: 'call' }>,
  who: string,
): FollowUpLines {
  const { callDue, overdue } = followUpWords[language];
  return {
    headline: callDue.headline(who),
    notice: callDue.notice(at),
    next: callDue.next,
    sentBecause: callDue.sentBecause(outsideLine(person ?? overdue.sales, 60)),
  };
}

/** Working hours as text, such as `2 working days and 3 working hours`. */
function duration(language: Language, hours: number, aDay: number): string {
  const { day, hour } = followUpWords[language].overdue;
  const days = Math.floor(hours / aDay);
  const rest = Math.floor(hours - days * aDay);
  return listed(language, [
    ...(days > 0 ? [counted(language, days, day)] : []),
    ...(rest > 0 || days === 0 ? [counted(language, rest, hour)] : []),
  ]);
}
