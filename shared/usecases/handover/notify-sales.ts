import type { Handover, OverdueLevel } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { Refused } from '../../gateways/refused.ts';
import type { NewJob } from '../../store/jobs/jobs.ts';
import { leadKey } from '../../store/keys.ts';
import { type ClaimedJob, type JobSystem, type Outcome, startJob } from '../jobs/perform-job.ts';
import {
  type DossierSystem,
  type HandoverFound,
  type HandoverWithDossier,
  readDossier,
} from './read-dossier.ts';

/**
 * Why sales is notified, and since when: a hand-over was opened, nobody answered it in time, or a lead that sales already
 * has asked for contact again.
 */
export type NotificationTrigger = { lead: LeadId; at: Instant } & (
  | { kind: 'opened'; number: number; reason: Handover['reason'] }
  | { kind: 'overdue'; number: number; level: OverdueLevel }
  | { kind: 'raised' }
);

export interface Notification extends HandoverWithDossier {
  trigger: NotificationTrigger;
  now: Instant;
  /** An earlier attempt may have been sent. */
  isRepeat: boolean;
  /** It comes long after what it tells. */
  isLate: boolean;
}

/** @throws Refused when it certainly was not sent; any other error when that is not known. */
export type SendNotification = (notification: Notification) => Promise<void>;

export type Channel = 'mail' | 'slack';

export interface NotifySystem extends DossierSystem, JobSystem {
  channels: { readonly [C in Channel]?: SendNotification };
  /** Called when a person has to repair a channel (`notice-refused`), and when sales has waited too long. */
  reportTrouble: (trouble: 'notice-refused' | 'notice-late', about: object) => void;
}

/** What a notice has to tell, and which channels have told it, or may have. */
interface Notice {
  trigger: NotificationTrigger;
  sent?: { readonly [C in Channel]?: 'yes' | 'perhaps' };
}

/** A notification that comes later than this says so. */
const LATE_MS = 600_000;
/** A channel that refuses until a person mends it need not be asked each minute. */
const UNTIL_MENDED_MS = 900_000;
/** A channel that is full is asked at each run: its rate counts a second, its quota 24 hours, which mails leave all the time. */
const UNTIL_ROOM_MS = 45_000;

/** Notifies sales or its manager, once over each channel. What cannot be told now is left to the sweeps. */
export function notifySales(system: NotifySystem, trigger: NotificationTrigger): Promise<Outcome> {
  const { lead } = trigger;
  const job: NewJob = {
    ...{ of: leadKey(lead), kind: 'notice', key: topicOf(trigger), by: 'notify' },
    ...{ about: lead, rank: rankOf(trigger), data: { trigger } satisfies Notice },
  };
  return startJob(system, job, (claimed) => tellSales(system, claimed));
}

/**
 * Tells sales over each channel that has not told it yet, unless an answer came first. One failing channel does not stop
 * the others. What may have been sent is sent again, marked as a repeat.
 * @throws NotDone when a channel must be tried again: `isHeld` while one has no room, such as a used up quota
 */
export async function tellSales(
  system: NotifySystem,
  job: Pick<ClaimedJob, 'data' | 'isRepeat'>,
): Promise<undefined> {
  const { trigger, sent = {} } = job.data as Notice;
  const { lead, kind, at } = trigger;
  const now = system.now();
  const isLate = now > plus(at, LATE_MS);
  const reportLate = () => isLate && system.reportTrouble('notice-late', { lead, kind, since: at });
  const request = { lead, ...('number' in trigger && { number: trigger.number }) };
  const found = await readDossier(system, request).catch((error) => {
    reportLate();
    throw error;
  });
  if (!('dossier' in found) || !isStillRelevant(trigger, found)) return undefined;

  reportLate();
  const notification = { ...found, trigger, now, isLate };
  const progress = { ...sent };
  const failures: { channel: Channel; reason: string; isPermanent: boolean; isFull: boolean }[] = [];

  async function tell([channel, send]: [Channel, SendNotification]): Promise<void> {
    try {
      const isRepeat = job.isRepeat || sent[channel] === 'perhaps';
      await send({ ...notification, isRepeat });
      progress[channel] = 'yes';
    } catch (error) {
      const isRefusal = error instanceof Refused;
      if (!isRefusal) progress[channel] = 'perhaps';
      // Messages of other errors may quote personal data; their names never do.
      const reason = isRefusal ? error.message : (error as Error).name;
      const { isPermanent, isFull } = isRefusal ? error : { isPermanent: false, isFull: false };
      failures.push({ channel, reason, isPermanent, isFull });
    }
  }

  const channels = Object.entries(system.channels) as [Channel, SendNotification][];
  await Promise.all(channels.filter(([channel]) => sent[channel] !== 'yes').map(tell));
  if (failures.length === 0) return undefined;
  const refusals = failures.filter(({ isPermanent }) => isPermanent);
  for (const { channel, reason } of refusals)
    system.reportTrouble('notice-refused', { lead, kind, channel, reason });
  const reasons = failures.map(({ channel, reason }) => `${channel} ${reason}`).sort();
  const isHeld = failures.some(({ isFull }) => isFull);
  throw new NotDone(reasons.join(', '), {
    after: isHeld ? UNTIL_ROOM_MS : refusals.length === failures.length ? UNTIL_MENDED_MS : 0,
    isHeld,
    data: { trigger, sent: progress } satisfies Notice,
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
