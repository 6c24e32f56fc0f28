import type { Handover, OverdueLevel } from '../../domain/handover/handover.ts';
import { isWithSales } from '../../domain/handover/with-sales.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { Refused } from '../../gateways/refused.ts';
import type { JobKey, NewJob } from '../../store/jobs/jobs.ts';
import { leadKey } from '../../store/keys.ts';
import { type ClaimedJob, type JobSystem, type Outcome, startJob } from '../jobs/perform-job.ts';
import { type Crowd, GATHERING_MS, isOneOfMany, joinCrowd, memberKey } from './crowd.ts';
import { withOwnersAddress } from './owners-address.ts';
import {
  type DossierSystem,
  type HandoverFound,
  type HandoverWithDossier,
  readDossier,
} from './read-dossier.ts';

/**
 * Why sales is notified, and since when: a hand-over was opened, nobody answered it in time, a lead that sales already
 * has asked for contact again, a colleague gave a lead to another, or the moment of a planned call has come.
 */
export type NotificationTrigger = { lead: LeadId; at: Instant } & (
  | { kind: 'opened'; number: number; reason: Handover['reason'] }
  | { kind: 'overdue'; number: number; level: OverdueLevel }
  | { kind: 'raised' }
  | { kind: 'assigned'; number: number; action: number }
  | { kind: 'call'; number: number; callAt: Instant }
);

export interface Notification extends HandoverWithDossier {
  trigger: NotificationTrigger;
  now: Instant;
  /** An earlier attempt may have been sent. */
  isRepeat: boolean;
  /** It comes long after what it tells. */
  isLate: boolean;
}

/**
 * Sends one message: about one lead, or about several of one crowd.
 * @throws Refused when it certainly was not sent; any other error when that is not known
 */
export type SendNotification = (about: readonly [Notification, ...Notification[]]) => Promise<void>;

/** `own`: mail to the address of the person who has the lead, with a link for that person alone. */
export type Channel = 'mail' | 'slack' | 'own';

export interface NotifySystem extends DossierSystem, JobSystem {
  channels: { readonly [C in Channel]?: SendNotification };
  /** Called when a person has to repair a channel (`notice-refused`), and when sales has waited too long. */
  reportTrouble: (trouble: 'notice-refused' | 'notice-late', about: object) => void;
}

/** What a notice has to tell, and which channels have told it, or may have. `crowd`: of several leads, by any name. */
type Notice = ({ trigger: NotificationTrigger } | { crowd: Readonly<Record<string, Gathered>> }) & {
  sent?: { readonly [C in Channel]?: 'yes' | 'perhaps' };
};

/** `isRepeat`: it may have been told before it was gathered. */
type Gathered = NotificationTrigger & { isRepeat?: true };

/** A notification that comes later than this says so. */
const LATE_MS = 600_000;
/** A channel that refuses until a person mends it need not be asked each minute. */
const UNTIL_MENDED_MS = 900_000;
/** A channel that is full is asked at each run: its rate counts a second, its quota 24 hours, which mails leave all the time. */
const UNTIL_ROOM_MS = 45_000;

/** Notifies sales or its manager, once over each channel. What cannot be told now is left to the sweeps. */
export function notifySales(system: NotifySystem, trigger: NotificationTrigger): Promise<Outcome> {
  const { lead } = trigger;
  const topic = topicOf(trigger);
  const crowd = crowdOf(trigger);
  const key: JobKey = crowd
    ? memberKey(crowd, trigger, topic)
    : { of: leadKey(lead), kind: 'notice', key: topic };
  const data = { trigger } satisfies Notice;
  const job: NewJob = { ...key, by: 'notify', about: lead, rank: rankOf(trigger), data };
  return startJob(system, job, (claimed) => tellSales(system, claimed));
}

/**
 * Tells sales over each channel that has not told it yet, unless an answer came first. One failing channel does not stop
 * the others. What may have been sent is sent again, marked as a repeat. One of many is left to a message about them
 * all.
 * @throws NotDone when a channel must be tried again: `isHeld` while one has no room, such as a used up quota
 */
export async function tellSales(
  system: NotifySystem,
  job: Pick<ClaimedJob, 'data' | 'isRepeat'>,
): Promise<undefined> {
  const notice = job.data as Notice;
  if ('crowd' in notice) {
    const gathered = Object.values(notice.crowd);
    const isRepeat = job.isRepeat || gathered.some((one) => one.isRepeat);
    return tell(system, isRepeat, notice, latestOfEach(gathered));
  }
  const { trigger, sent } = notice;
  const { isRepeat } = job;
  // What one channel took, or refused, is told one by one to the end.
  const crowd = sent === undefined ? crowdOf(trigger) : undefined;
  if (!crowd || !(await isOneOfMany(system.table, crowd, trigger)))
    return tell(system, isRepeat, notice, [trigger]);
  const member = { name: topicOf(trigger), trigger, isRepeat, rank: rankOf(trigger) };
  return joinCrowd(system.table, crowd, member, system.now());
}

/** Of each lead, what it did last. */
function latestOfEach(triggers: readonly NotificationTrigger[]): NotificationTrigger[] {
  const inOrder = triggers.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return [...new Map(inOrder.map((trigger) => [trigger.lead, trigger])).values()];
}

async function tell(
  system: NotifySystem,
  isRepeat: boolean,
  notice: Notice,
  triggers: readonly NotificationTrigger[],
): Promise<undefined> {
  const { sent = {} } = notice;
  const [first] = triggers;
  if (first === undefined) return undefined;
  const now = system.now();
  // None of a crowd is late because it was gathered.
  const since = 'crowd' in notice ? plus(first.at, GATHERING_MS) : first.at;
  const isLate = now > plus(since, LATE_MS);
  const about = 'crowd' in notice ? { kind: 'crowd' } : { lead: first.lead, kind: first.kind };
  const reportLate = () => isLate && system.reportTrouble('notice-late', { ...about, since });
  const read = await Promise.all(triggers.map((trigger) => stillToTell(system, trigger))).catch((error) => {
    reportLate();
    throw error;
  });
  const found = read.filter((one) => one !== undefined);
  if (found.length === 0) return undefined;

  reportLate();
  const progress = { ...sent };
  const failures: { channel: Channel; reason: string; isPermanent: boolean; isFull: boolean }[] = [];

  async function tellBy([channel, send]: [Channel, SendNotification]): Promise<void> {
    const mark = { isLate, isRepeat: isRepeat || sent[channel] === 'perhaps' };
    try {
      const all = found.map((one) => ({ ...one, now, ...mark }));
      await send(all as [Notification, ...Notification[]]);
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
  await Promise.all(channels.filter(([channel]) => sent[channel] !== 'yes').map(tellBy));
  if (failures.length === 0) return undefined;
  const refusals = failures.filter(({ isPermanent }) => isPermanent);
  for (const { channel, reason } of refusals)
    system.reportTrouble('notice-refused', { ...about, channel, reason });
  const reasons = failures.map(({ channel, reason }) => `${channel} ${reason}`).sort();
  const isHeld = failures.some(({ isFull }) => isFull);
  throw new NotDone(reasons.join(', '), {
    after: isHeld ? UNTIL_ROOM_MS : refusals.length === failures.length ? UNTIL_MENDED_MS : 0,
    isHeld,
    data: { ...notice, sent: progress } satisfies Notice,
  });
}

/** What there is to tell about a lead; undefined when sales has answered, or it was erased. */
async function stillToTell(
  system: NotifySystem,
  trigger: NotificationTrigger,
): Promise<(HandoverWithDossier & Pick<Notification, 'trigger'>) | undefined> {
  const { lead } = trigger;
  const found = await readDossier(system, { lead, ...('number' in trigger && { number: trigger.number }) });
  if (!('dossier' in found) || !isStillRelevant(trigger, found)) return undefined;
  // What is for one person is mailed to that person alone.
  const isTheirs = trigger.kind === 'assigned' || trigger.kind === 'call';
  const playbook = isTheirs ? await withOwnersAddress(system.table, found) : found.playbook;
  return { ...found, playbook, trigger };
}

/** Report a raised hand, a gift or a call only while sales has the lead. */
function isStillRelevant(
  trigger: NotificationTrigger,
  { status, handover, lead, dossier }: HandoverFound & HandoverWithDossier,
): boolean {
  switch (trigger.kind) {
    case 'raised':
      return handover.status !== 'returned';
    case 'assigned': {
      const last = dossier.actions.findLast(({ action }) => action === 'assign');
      return last?.number === trigger.action && handover.owner !== undefined && isWithSales(lead);
    }
    case 'call':
      return handover.callBack?.at === trigger.callAt && isWithSales(lead);
    case 'opened':
    case 'overdue':
      return status === 'open';
  }
}

function topicOf(trigger: NotificationTrigger): string {
  switch (trigger.kind) {
    case 'opened':
      return String(trigger.number);
    case 'overdue':
      return `${trigger.number}#${trigger.level}`;
    case 'raised':
      return `raised#${trigger.at}`;
    case 'assigned':
      return `assigned#${trigger.action}`;
    case 'call':
      return `call#${trigger.callAt}`;
  }
}

/** The crowd that it belongs to when there are many; undefined for what is always told alone. */
function crowdOf(trigger: NotificationTrigger): Crowd | undefined {
  switch (trigger.kind) {
    case 'opened':
      return trigger.reason === 'hand-raiser' ? 'hand' : undefined;
    case 'overdue':
      return trigger.level;
    case 'raised':
      return 'hand';
    case 'assigned':
    case 'call':
      return undefined;
  }
}

/** Somebody who asks for contact goes first, then a lead that is ready, then what sales knows already. */
function rankOf(trigger: NotificationTrigger): number {
  if (crowdOf(trigger) === 'hand') return 0;
  return trigger.kind === 'overdue' ? 2 : 1;
}
