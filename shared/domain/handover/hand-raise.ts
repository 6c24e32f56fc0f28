import type { Lead } from '../identity/lead.ts';

/** Whether a lead has asked for contact since sales last returned or lost it. */
export function hasOpenHandRaise({ raisedAt, returned, lost }: Lead): boolean {
  return raisedAt !== undefined && raisedAt > (returned?.at ?? '') && raisedAt > (lost?.at ?? '');
}

/** The last return of a lead, unless it was lost later. */
export function lastReturn({ returned, lost }: Lead): Lead['returned'] {
  return returned !== undefined && returned.at > (lost?.at ?? '') ? returned : undefined;
}
