import { NotDone } from '../../../domain/jobs/next-try.ts';
import type { MailKind } from '../../../domain/nurture/mailing.ts';
import type { MailingRules } from '../../../domain/nurture/mailing-rules.ts';
import { dayOf, type Instant, plusDays } from '../../../domain/time.ts';
import type { SendQuota } from '../../../gateways/nurture/ses-quota.ts';
import type { RefusalKind } from '../../../gateways/nurture/ses-refusal.ts';
import {
  addSends,
  reserveSendingSlot,
  type SendingCounts,
  sendingCountsSince,
} from '../../../store/nurture/sending-state.ts';
import type { Table } from '../../../store/table.ts';

export interface PaceSystem {
  table: Table;
  now: () => Instant;
  quota: () => Promise<SendQuota>;
  wait: (milliseconds: number) => Promise<void>;
  /** Called when marketing mail is held back because of too many bounces or complaints. */
  reportBrake: (counts: SendingCounts) => void;
}

/** How long to wait for a turn, in milliseconds, and how many mails will probably follow, this one included. */
export interface Turn {
  patience: number;
  ahead: number;
}

/** Hands out turns to send, so that all functions together stay within the rate, the quota and the brake. */
export interface Pace {
  /**
   * Waits until a mail may be sent.
   * @returns whether it may: not if its turn would come too late
   * @throws NotDone when the day's quota is used up, or the brake holds
   */
  turn(kind: MailKind, rules: MailingRules, turn: Turn): Promise<boolean>;
  /** Adds the marketing mails sent since the last call to the day's counters. */
  recordSends(): Promise<void>;
}

const SECOND_MS = 1_000;
/** The share of the daily quota that marketing leaves to requested mails and notifications to sales. */
const RESERVED_SHARE = 0.05;
/** The brake compares bounces and complaints with the mails sent in this many days. */
const BRAKE_DAYS = 7;
const COUNTS_CACHE_MS = 60_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Why no mail can be sent now, or no marketing mail (`brake`). The time until another try makes sense. */
const PAUSES: Record<Exclude<RefusalKind, 'mail'> | 'brake', number> = {
  rate: MINUTE_MS,
  busy: 0,
  // The quota counts the last 24 hours: it has room again tomorrow at this time.
  quota: 24 * HOUR_MS,
  account: HOUR_MS,
  brake: HOUR_MS,
};
/** Somebody waits for a requested mail, and older mails leave the quota all the time. */
const LONGEST_FOR_REQUESTED_MS = 5 * MINUTE_MS;

/** The mail waits, as it is not the mail's fault; only a mail service that fails is a failed try. */
export function heldBack(why: keyof typeof PAUSES, kind: MailKind): NotDone {
  const after = kind === 'requested' ? Math.min(PAUSES[why], LONGEST_FOR_REQUESTED_MS) : PAUSES[why];
  return new NotDone(why, { after, isHeld: why !== 'busy' });
}

/** Create one per process: it caches the counters for a minute, and reserved turns for a second. */
export function paceMail({ table, now, quota, wait, reportBrake }: PaceSystem): Pace {
  let stock = { count: 0, from: 0 };
  let openAt = 0;
  let reserving: Promise<unknown> = Promise.resolve();
  let granted: { quota?: SendQuota; count: number } = { count: 0 };
  let cachedCounts: { read: Promise<SendingCounts>; at: number } | undefined;
  let sends = 0;
  const clock = () => Date.parse(now());

  async function isBraked({ brake }: MailingRules): Promise<boolean> {
    if (cachedCounts === undefined || Math.abs(clock() - cachedCounts.at) >= COUNTS_CACHE_MS) {
      const since = plusDays(dayOf(now()), -BRAKE_DAYS);
      cachedCounts = { read: sendingCountsSince(table, since), at: clock() };
      cachedCounts.read.catch(() => (cachedCounts = undefined));
    }
    const counted = await cachedCounts.read;
    if (!isAboveBrake(counted, brake)) return false;
    reportBrake(counted);
    return true;
  }

  function isUsedUp(kind: MailKind, current: SendQuota): boolean {
    if (granted.quota !== current) granted = { quota: current, count: 0 };
    const most = current.per24Hours * (kind === 'marketing' ? 1 - RESERVED_SHARE : 1);
    return current.sent + granted.count >= most;
  }

  /** One at a time: turns reserved for the first caller may also serve those that asked at the same moment. */
  function take(perSecond: number, patience: number, ahead: number): Promise<number | undefined> {
    const taken = reserving.then(() => takeNow(perSecond, patience, ahead));
    reserving = taken.catch(() => {});
    return taken;
  }

  async function takeNow(perSecond: number, patience: number, ahead: number): Promise<number | undefined> {
    if (stock.count === 0 || clock() > stock.from + SECOND_MS) {
      const count = Math.max(1, Math.min(ahead, Math.floor(perSecond)));
      const taking = Math.ceil((count / perSecond) * SECOND_MS);
      const isIdle = clock() > openAt;
      const slot = { now: clock(), latest: clock() + patience, taking, isIdle };
      const from = await reserveSendingSlot(table, slot);
      if (from === undefined) return undefined;
      stock = { count, from };
      openAt = from + taking;
    }
    stock.count -= 1;
    return stock.from;
  }

  return {
    async turn(kind, rules, { patience, ahead }) {
      if (kind === 'marketing' && (await isBraked(rules))) throw heldBack('brake', kind);
      const current = await quota();
      if (isUsedUp(kind, current)) throw heldBack('quota', kind);
      granted.count += 1;
      if (Number.isFinite(current.perSecond)) {
        const from = await take(current.perSecond, patience, ahead);
        if (from === undefined) return false;
        if (from > clock()) await wait(from - clock());
      }
      if (kind === 'marketing') sends += 1;
      return true;
    },
    async recordSends() {
      const counted = sends;
      if (counted > 0) await addSends(table, dayOf(now()), counted);
      sends -= counted;
    },
  };
}

function isAboveBrake({ sends, bounces, complaints }: SendingCounts, brake: MailingRules['brake']): boolean {
  if (sends < brake.minimum) return false;
  return bounces / sends > brake.bounces || complaints / sends > brake.complaints;
}
