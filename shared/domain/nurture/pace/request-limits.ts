import { type Day, dayOf, type Instant, plusDays } from '../../time.ts';
import type { MailingRules } from '../mailing-rules.ts';

/** What people who have not confirmed their address may ask for. */
export type RequestLimits = NonNullable<MailingRules['requested']>;
/** So many mails at once, and so many a day after that. */
export type MailBudget = RequestLimits['mailbox'];

/** Where the playbook says nothing, as those published before it could. */
const DEFAULTS: RequestLimits = {
  mailbox: { atOnce: 5, perDay: 12 },
  network: { atOnce: 25, perDay: 480 },
  share: 0.5,
  brake: { bounces: 0.1, minimum: 20, perHour: 12 },
};

const DAY_MS = 86_400_000;

export function requestLimits({ requested }: MailingRules): RequestLimits {
  return requested ?? DEFAULTS;
}

/** What a network may ask for without the solution of a challenge, where forms have one: a tenth. */
export function unprovenBudget({ atOnce, perDay }: MailBudget): MailBudget {
  return { atOnce: Math.ceil(atOnce / 10), perDay: Math.ceil(perDay / 10) };
}

/**
 * About how many mails were counted in the last 24 hours, in which the account's quota counts too: those of today, and
 * the part of yesterday's that is left of these hours.
 */
export function inLastDay(counted: Readonly<Record<Day, number>>, now: Instant): number {
  const today = dayOf(now);
  const passed = (Date.parse(now) - Date.parse(today)) / DAY_MS;
  return (counted[today] ?? 0) + (counted[plusDays(today, -1)] ?? 0) * (1 - passed);
}

/** The time of a budget, in milliseconds: how much of it a mail takes, and how much may be taken ahead. */
export interface BudgetTime {
  taking: number;
  ahead: number;
}

/**
 * How a budget is spent. Half of what comes back to it is for mails that are asked for just then, half for those that
 * wait: so a flood from a network keeps nobody waiting once it has ended, and starves nobody while it goes on.
 */
export function budgetTime({ atOnce, perDay }: MailBudget): BudgetTime {
  const taking = Math.ceil((2 * DAY_MS) / perDay);
  return { taking, ahead: (atOnce - 1) * taking };
}
