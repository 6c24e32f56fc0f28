import type { Handover, OverdueLevel } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { Refused } from '../../gateways/refused.ts';
import type { NewJob } from '../../store/jobs/jobs.ts';
import { leadKey } from '../../store/keys.ts';
import { type ClaimedJob, type JobSystem, type Outcome, startJob } from '../jobs/perform-job.ts';
import type { ReadSystem } from '../lead-system.ts';
import { type HandoverFound, type HandoverWithDossier, readDossier } from './read-dossier.ts';

/**
 * Why sales is notified: a hand-over was opened, nobody answered it in time, or a lead that sales already has asked
 * for contact again.
 */
export type NotificationTrigger = { lead: LeadId } & (
  | { kind: 'opened'; number: number; reason: Handover['reason'] }
  | { kind: 'overdue'; number: number; level: OverdueLevel }
  | { kind: 'raised'; at: Instant }
);

export interface Notification extends HandoverWithDossier {
  trigger: NotificationTrigger;
  now: Instant;
  /** An earlier attempt may have been sent. */
  isRepeat: boolean;
  /** When it should have been sent, if that is long ago. */
  lateSince?: Instant;
}

/** @throws Refused when it certainly was not sent; any other error when that is not known. */
export type SendNotification = (notification: Notification) => Promise<void>;

export type Channel = 'mail' | 'slack';

export interface NotifySystem extends ReadSystem, JobSystem {
  channels: { readonly [C in Channel]?: SendNotification };
  /** Called when a person has to repair a channel (`notice-refused`), and when sales has waited too long. */
  reportTrouble: (trouble: 'notice-refused' | 'notice-late', about: object) => void;
}

/** What a notice job has to tell, and how far it is. */
interface Notice {
  trigger: NotificationTrigger;
  told?: Channel[];
  /** The channels on which it may have been sent, without an answer. */
  unsure?: Channel[];
}

/** A notification that comes later than this says so. */
const LATE_MS = 600_000;
/** A channel that refuses until a person mends it need not be asked each minute. */
const UNTIL_MENDED_MS = 900_000;

/** Notifies sales or its manager, once over each channel. What cannot be told now is left to the sweeps. */
export function notifySales(system: NotifySystem, trigger: NotificationTrigger): Promise<Outcome> {
  const { lead } = trigger;
  const job: NewJob = {
    ...{ of: leadKey(lead), kind: 'notice', key: topicOf(trigger), by: 'notify' },
    ...{ about: lead, rank: rankOf(trigger), data: { trigger } },
  };
  return startJob(system, job, (claimed) => tellSales(system, claimed));
}

/**
 * Tells sales over each channel that has not told it yet, unless an answer came first. One failing channel does not stop
 * the others. If an attempt died, it may have sent: the next one sends again, marked as a repeat.
 * @throws NotDone when a channel must be tried again
 */
export async function tellSales(
  system: NotifySystem,
  { data, since, isRepeat }: Pick<ClaimedJob, 'data' | 'since' | 'isRepeat'>,
): Promise<undefined> {
  const { trigger, told = [], unsure = [] } = data as Notice;
  const now = system.now();
  const { lead, kind } = trigger;
  const isLate = now > plus(since, LATE_MS);
  if (isLate) system.reportTrouble('notice-late', { lead, kind, since });
  const found = await readDossier(system, { lead, ...(kind !== 'raised' && { number: trigger.number }) });
  if (!('dossier' in found) || !isStillRelevant(trigger, found)) return undefined;

  const channels = (Object.entries(system.channels) as [Channel, SendNotification][]).filter(
    ([channel]) => !told.includes(channel),
  );
  const outcomes = await Promise.allSettled(
    channels.map(async ([channel, send]) => {
      const repeat = isRepeat || unsure.includes(channel);
      await send({ ...found, trigger, now, isRepeat: repeat, ...(isLate && { lateSince: since }) });
    }),
  );
  const failed = channels.flatMap(([channel], n) => {
    const outcome = outcomes[n];
    return outcome?.status === 'rejected' ? [{ channel, error: outcome.reason as Error }] : [];
  });
  if (failed.length === 0) return undefined;
  for (const { channel, error } of failed.filter(({ error }) => isPermanent(error)))
    system.reportTrouble('notice-refused', { lead, kind, channel, reason: error.message });
  const left = failed.map(({ channel }) => channel);
  const maybeSent = failed.filter(
    ({ channel, error }) => isRepeat || unsure.includes(channel) || !(error instanceof Refused),
  );
  throw new NotDone(failed.map(({ channel, error }) => `${channel} ${codeOf(error)}`).join(', '), {
    after: failed.every(({ error }) => isPermanent(error)) ? UNTIL_MENDED_MS : 0,
    data: {
      trigger,
      told: [...told, ...channels.map(([channel]) => channel).filter((channel) => !left.includes(channel))],
      unsure: maybeSent.map(({ channel }) => channel),
    } satisfies Notice,
  });
}

/** Report a raised hand only while sales has the lead. */
function isStillRelevant(
  { kind }: NotificationTrigger,
  { status, handover }: HandoverFound & HandoverWithDossier,
): boolean {
  return kind === 'raised' ? handover.status !== 'returned' : status === 'open';
}

function topicOf(trigger: NotificationTrigger): string {
  switch (trigger.kind) {
    case 'opened':
      return String(trigger.number);
    case 'overdue':
      return `${trigger.number}#${trigger.level}`;
    case 'raised':
      return `raised#${trigger.at}`;
  }
}

/** Somebody who asks for contact goes first, then a lead that is ready, then what sales knows already. */
function rankOf(trigger: NotificationTrigger): number {
  if (trigger.kind === 'overdue') return 2;
  return trigger.kind === 'raised' || trigger.reason === 'hand-raiser' ? 0 : 1;
}

function isPermanent(error: Error): boolean {
  return error instanceof Refused && error.isPermanent;
}

/** Messages of other errors may quote personal data; codes never do. */
function codeOf(error: Error): string {
  return error instanceof Refused ? error.message : error.name;
}
