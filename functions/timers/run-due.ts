import type { EnrolmentKey } from '../../shared/domain/nurture/enrolment/enrolment.ts';
import { type Instant, plus } from '../../shared/domain/time.ts';
import { type Due, dueItems } from '../../shared/store/due.ts';
import { offerScheduleEntity } from '../../shared/store/handover/offers.ts';
import { leadEntity } from '../../shared/store/identity/lead-entity.ts';
import { linkEntity } from '../../shared/store/identity/links.ts';
import type { ItemKey } from '../../shared/store/key-pattern.ts';
import { enrolmentEntity } from '../../shared/store/nurture/enrolments.ts';
import { issueRunEntity } from '../../shared/store/nurture/issues.ts';
import { mailEntity } from '../../shared/store/nurture/mails.ts';
import { reportScheduleEntity } from '../../shared/store/reports/report-schedule.ts';
import { type DeliveryKey, deliveryEntity } from '../../shared/store/webhooks/webhook-deliveries.ts';
import { offerStalled } from '../../shared/usecases/handover/offer-stalled.ts';
import type { LeadSystem } from '../../shared/usecases/lead-system.ts';
import { countReactions } from '../../shared/usecases/nurture/count-reactions.ts';
import type { MailSender } from '../../shared/usecases/nurture/send-due-mail/mail-sender.ts';
import { sendDueMail } from '../../shared/usecases/nurture/send-due-mail/send-due-mail.ts';
import { sendIssue } from '../../shared/usecases/nurture/send-issue.ts';
import { rollUp } from '../../shared/usecases/reports/roll-up.ts';
import { rescoreNewLink } from '../../shared/usecases/scoring/rescore-new-link.ts';
import { scoreLead } from '../../shared/usecases/scoring/score-lead/score-lead.ts';

export interface RunDueSystem extends MailSender, LeadSystem {
  /** @param silent receivers that did not answer earlier in this run */
  deliverWebhook: (key: DeliveryKey, silent: Set<string>) => Promise<void>;
  /** Called for what failed; it stays due, and the next run tries it again. */
  reportFailure: (failed: { kind: string; place: string }, reason: Error) => void;
}

/** How many due items were handled and how many failed. Mails that got no turn to be sent are in neither. */
export interface RunResult {
  handled: number;
  failed: number;
}

interface Run {
  until: Instant;
  isTimeUp: () => boolean;
  result: RunResult;
  /** What is left of the current page. */
  waiting: Due[];
  /** Set when the mail service refuses more mail for now; other kinds go on. */
  isMailBusy: boolean;
  silentReceivers: Set<string>;
}

interface DueKind {
  name: string;
  matches: (key: ItemKey) => boolean;
  handle: (system: RunDueSystem, key: ItemKey, run: Run) => Promise<unknown>;
}

/** Every kind of due item: its entity, which knows its key, and its handler. */
const KINDS: readonly DueKind[] = [
  kind(enrolmentEntity, sendMail),
  kind(leadEntity, (system, { lead }) => scoreLead(system, lead, [])),
  kind(linkEntity, (system, { visitor }) => rescoreNewLink(system, visitor)),
  kind(mailEntity, (system, { mail }) => countReactions(system, mail)),
  kind(deliveryEntity, (system, key, run) => system.deliverWebhook(key, run.silentReceivers)),
  kind(issueRunEntity, (system, issue, run) => sendIssue(system, issue, run.isTimeUp)),
  kind(reportScheduleEntity, (system, _, run) => rollUp(system, run.isTimeUp)),
  kind(offerScheduleEntity, (system, _, run) => offerStalled(system, run.isTimeUp)),
];

const PAGE = 100;
/** Items handled at once: most of the time goes to waiting for the table and the mail service. */
const CONCURRENCY = 10;

/**
 * Handles everything that is due in a shard, oldest first, until nothing is left or time is up. A failure does
 * not hold up the rest. Half a read unit when nothing is due. Any number of runs may overlap.
 * @param until nothing new is started after this moment
 */
export async function runDue(system: RunDueSystem, shard: number, until: Instant): Promise<RunResult> {
  const { table, now, pace } = system;
  // The bound sorts before the items of its own moment: one millisecond more includes what is due right now.
  const before = plus(now(), 1);
  const run: Run = {
    until,
    isTimeUp: () => now() >= until,
    result: { handled: 0, failed: 0 },
    waiting: [],
    isMailBusy: false,
    silentReceivers: new Set(),
  };
  for (let after = ''; !run.isTimeUp(); ) {
    const page = await dueItems(table, shard, before, { limit: PAGE, after });
    run.waiting = [...page];
    await Promise.all(Array.from({ length: CONCURRENCY }, () => work(system, run)));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.place;
  }
  await pace.recordSends();
  return run.result;
}

async function work(system: RunDueSystem, run: Run): Promise<void> {
  for (;;) {
    const due = run.waiting.shift();
    if (due === undefined || run.isTimeUp()) return;
    const found = KINDS.find(({ matches }) => matches(due));
    try {
      if (found === undefined) throw new Error('No kind of due item has this key');
      if ((await found.handle(system, due, run)) !== 'not-handled') run.result.handled += 1;
    } catch (reason) {
      run.result.failed += 1;
      system.reportFailure({ kind: found?.name ?? 'unknown', place: due.place }, reason as Error);
    }
  }
}

function kind<Key>(
  entity: { declaration: { kind: string }; match(key: ItemKey): Key | undefined },
  handle: (system: RunDueSystem, key: Key, run: Run) => Promise<unknown>,
): DueKind {
  return {
    name: entity.declaration.kind,
    matches: (key) => entity.match(key) !== undefined,
    handle: (system, key, run) => handle(system, entity.match(key) as Key, run),
  };
}

async function sendMail(system: RunDueSystem, enrolment: EnrolmentKey, run: Run): Promise<unknown> {
  if (run.isMailBusy) return 'not-handled';
  const patience = Date.parse(run.until) - Date.parse(system.now());
  const sent = await sendDueMail(system, enrolment, { patience, ahead: run.waiting.length + 1 });
  run.isMailBusy ||= sent === 'busy';
  return sent === 'busy' ? 'not-handled' : sent;
}
