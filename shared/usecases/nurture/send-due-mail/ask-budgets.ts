import { NotDone } from '../../../domain/jobs/next-try.ts';
import type { ActiveEnrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import type { MailingRules } from '../../../domain/nurture/mailing-rules.ts';
import {
  budgetTime,
  type MailBudget,
  requestLimits,
  unprovenBudget,
} from '../../../domain/nurture/pace/request-limits.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import { type Lane, takeFromBudget } from '../../../store/nurture/mail-budgets.ts';
import type { Table } from '../../../store/table.ts';
import { submissionsAt } from '../../../store/tracking/history.ts';

const DAY_MS = 86_400_000;

/** Why a mail waits that asked for its turn, and must ask again. */
export const NO_TURN = 'budget';

interface Asking {
  table: Table;
  now: Instant;
  rules: MailingRules;
}

/**
 * When a mail that a form asked for has its turn: now, or later when too many were asked for, for its mailbox or from
 * its network. Each call takes a turn. Nobody is known by a network that confirmed the address: those count for their
 * mailbox only. What no form asked for has its turn now. One read unit, one or two write units for each budget.
 * @throws NotDone when others wait for more than a day: it must ask again tomorrow
 */
export async function askBudgets(
  { table, now, rules }: Asking,
  { lead, startedAt }: ActiveEnrolment,
  isStranger: boolean,
): Promise<Instant> {
  const [submission] = await submissionsAt(table, lead, startedAt);
  const { mailbox, network } = submission?.budgets ?? {};
  const limits = requestLimits(rules);
  const turns = [now];
  if (mailbox !== undefined) turns.push(await turnIn(table, mailbox, limits.mailbox, now));
  if (network !== undefined && isStranger) {
    turns.push(await turnIn(table, network, limits.network, now));
    if (submission?.unproven)
      turns.push(await turnIn(table, `${network}-unproven`, unprovenBudget(limits.network), now));
  }
  return turns.sort().at(-1) as Instant;
}

async function turnIn(table: Table, of: string, budget: MailBudget, at: Instant): Promise<Instant> {
  const { taking, ahead } = budgetTime(budget);
  const now = Date.parse(at);
  const take = (lane: Lane, latest: number) => takeFromBudget(table, { of, lane }, { now, latest, taking });
  if ((await take('now', now + ahead)) !== undefined) return at;
  const queued = await take('later', now + DAY_MS);
  if (queued === undefined) throw new NotDone(NO_TURN, { after: DAY_MS, isHeld: true });
  return plus(at, queued - now + taking);
}
