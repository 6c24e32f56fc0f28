import type { VisitorId } from '../domain/identity/ids.ts';
import { type Instant, plus } from '../domain/time.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { type Due, dueItems } from '../store/due.ts';
import { isOfferOrder } from '../store/handover/offers.ts';
import { isIssueKey } from '../store/nurture/issues.ts';
import { isReportOrder } from '../store/reports/report-order.ts';
import { type DeliveryKey, isDeliveryKey } from '../store/webhooks/webhook-deliveries.ts';
import { offerStalled } from './handover/offer-stalled.ts';
import { judgeReactions } from './nurture/judge-reactions.ts';
import type { SendingSystem } from './nurture/send-due-mail/mail-sender.ts';
import { sendDueMail } from './nurture/send-due-mail/send-due-mail.ts';
import { sendIssue } from './nurture/send-issue.ts';
import { rollUp } from './reports/roll-up.ts';
import { lookAgain } from './scoring/rescore-new-link.ts';
import { type ScoreSystem, scoreLead } from './scoring/score-lead.ts';

export interface SweepSystem extends SendingSystem, Omit<ScoreSystem, 'playbook'> {
  playbook: (atLeast?: number) => Promise<Playbook>;
  /** @param silent receivers that did not answer in this sweep */
  deliverWebhook: (key: DeliveryKey, silent: Set<string>) => Promise<void>;
  /** Called for what failed; it stays due, and the next sweep tries it again. */
  reportFailure: (due: Due, reason: Error) => void;
}

/** How much of what was due was done. What had no turn to be sent is neither. */
export interface Swept {
  handled: number;
  failed: number;
}

const PAGE = 100;
/** So many at once: most of the time is waiting for the table and the mail service. */
const TOGETHER = 10;

/**
 * Does everything that is due in a shard, longest ago first, until nothing is left or time is up. What fails does
 * not hold up the others. Half a read unit when nothing is due. Any number of sweeps may run at once.
 * @param until after this moment nothing new is begun
 */
export async function sweep(system: SweepSystem, shard: number, until: Instant): Promise<Swept> {
  const { table, now, pace } = system;
  // A moment stands before the places of that moment: what is due right now is found by the next millisecond.
  const before = plus(now(), 1);
  const swept: Swept = { handled: 0, failed: 0 };
  const stop = { sending: false, silent: new Set<string>() };
  for (let after = ''; now() < until; ) {
    const page = await dueItems(table, shard, before, { limit: PAGE, after });
    const waiting = [...page];
    await Promise.all(Array.from({ length: TOGETHER }, () => work(system, waiting, { until, stop, swept })));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.place;
  }
  await pace.settle();
  return swept;
}

interface Work {
  until: Instant;
  /** Whether the mail service takes no more for now, and who does not answer: all else goes on. */
  stop: { sending: boolean; silent: Set<string> };
  swept: Swept;
}

async function work(system: SweepSystem, waiting: Due[], { until, stop, swept }: Work): Promise<void> {
  for (;;) {
    const ahead = waiting.length;
    const due = waiting.shift();
    if (due === undefined || system.now() >= until) return;
    if (due.kind === 'enrolment' && stop.sending) continue;
    try {
      const patience = Date.parse(until) - Date.parse(system.now());
      const done = await handle(system, due, { patience, ahead, until, silent: stop.silent });
      if (done === 'busy') stop.sending = true;
      else swept.handled += 1;
    } catch (reason) {
      swept.failed += 1;
      system.reportFailure(due, reason as Error);
    }
  }
}

function handle(
  system: SweepSystem,
  due: Due,
  { until, silent, ...limits }: { patience: number; ahead: number; until: Instant; silent: Set<string> },
): Promise<unknown> {
  switch (due.kind) {
    case 'enrolment':
      return sendDueMail(system, due.of, limits);
    case 'lead':
      return scoreLead(system, due.lead, []);
    case 'other':
      if (due.SK === 'LINK') return lookAgain(system, due.PK.slice('V#'.length) as VisitorId);
      if (due.SK === 'MAIL') return judgeReactions(system, due.PK.slice('M#'.length));
      if (isDeliveryKey(due)) return system.deliverWebhook(due, silent);
      if (isIssueKey(due.SK)) return sendIssue(system, due.SK, () => system.now() >= until);
      if (isReportOrder(due)) return rollUp(system, () => system.now() >= until);
      if (isOfferOrder(due)) return offerStalled(system, () => system.now() >= until);
      throw new Error('Nobody knows what to do with this');
  }
}
