import type { Lead } from '../identity/lead.ts';

/** Whether a lead asks for a person now. A hand that sales answered, by giving the lead back or up, is down again. */
export function hasOpenHandRaise({ raisedAt, returned, lost }: Lead): boolean {
  return raisedAt !== undefined && raisedAt > (returned?.at ?? '') && raisedAt > (lost?.at ?? '');
}

/** How a lead came back from sales, if that is the last that became of it. */
export function lastReturn({ returned, lost }: Lead): Lead['returned'] {
  return returned !== undefined && returned.at > (lost?.at ?? '') ? returned : undefined;
}
