import type { MailingRules } from '../mailing-rules.ts';
import type { RequestLimits } from './request-limits.ts';

/** The brakes compare bounces and complaints with the mails sent in this many days. */
export const BRAKE_DAYS = 7;

/** Whether marketing mail is held back: too much of it bounced, or too many complained. */
export function isMarketingBraked(
  { sends, bounces, complaints }: { sends: number; bounces: number; complaints: number },
  brake: MailingRules['brake'],
): boolean {
  if (sends < brake.minimum) return false;
  return bounces / sends > brake.bounces || complaints / sends > brake.complaints;
}

/** Whether what strangers ask for is held back: too many of their addresses do not exist. */
export function isRequestBraked(
  { requests, unreachable }: { requests: number; unreachable: number },
  brake: RequestLimits['brake'],
): boolean {
  return requests >= brake.minimum && unreachable / requests > brake.bounces;
}
