import { NotDone } from '../../../domain/jobs/next-try.ts';
import type { MailKind } from '../../../domain/nurture/mailing.ts';
import type { MailingRules } from '../../../domain/nurture/mailing-rules.ts';
import { BRAKE_DAYS, isMarketingBraked, isRequestBraked } from '../../../domain/nurture/pace/brakes.ts';
import { inLastDay, requestLimits } from '../../../domain/nurture/pace/request-limits.ts';
import { dayOf, type Instant, plusDays } from '../../../domain/time.ts';
import type { SendQuota } from '../../../gateways/nurture/ses-quota.ts';
import type { RefusalKind } from '../../../gateways/nurture/ses-refusal.ts';
import { takeFromBudget } from '../../../store/nurture/mail-budgets.ts';
import {
  addPutOff,
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
  /**
   * Called when marketing mail is held back because of too many bounces or complaints, or what strangers ask for because
   * too much of it bounced or it has used its share of the day's quota.
   */
  reportHeld: (what: 'marketing-held-back' | 'requests-held-back', counts: SendingCounts) => void;
}

/** How long to wait for a turn, in milliseconds, and how many mails will probably follow, this one included. */
export interface Turn {
  patience: number;
  ahead: number;
}

/** A mail that needs a turn. `isForStranger`: somebody asked for it who has not confirmed the address. */
export interface MailInLine {
  kind: MailKind;
  isForStranger: boolean;
}

/** Hands out turns to send, so that all functions together stay within the rate, the quota and the brake. */
export interface Pace {
  /**
   * Waits until a mail may be sent.
   * @returns whether it may: not if its turn would come too late
   * @throws NotDone when the day's quota is used up, or a brake holds
   */
  turn(mail: MailInLine, rules: MailingRules, turn: Turn): Promise<boolean>;
  /** Says that a mail is to wait, and until when; `recordSends` adds it to what was put off. */
  holdBack(why: keyof typeof PAUSES, kind: MailKind): NotDone;
  /**
   * Adds the mails sent since the last call to the day's counters, except to people who confirmed and asked, and those put
   * off to the counters of the hour.
   */
  recordSends(): Promise<void>;
}

const SECOND_MS = 1_000;
/** How much of the daily quota each kind of mail may use up: notices to sales have all that is left. */
const SHARES: Record<MailKind, number> = { marketing: 0.9, requested: 0.95 };
const COUNTS_CACHE_MS = 60_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/**
 * Why no mail can be sent now, or none of a kind (`brake`, `share`: strangers used their part of the day's quota). The
 * time until another try makes sense.
 */
const PAUSES: Record<Exclude<RefusalKind, 'mail'> | 'brake' | 'share', number> = {
  rate: MINUTE_MS,
  busy: 0,
  // The quota counts the last 24 hours: it has room again tomorrow at this time.
  quota: 24 * HOUR_MS,
  account: HOUR_MS,
  brake: HOUR_MS,
  share: HOUR_MS,
};
/** Somebody waits for a requested mail, and older mails leave the quota all the time. */
const LONGEST_FOR_REQUESTED_MS = 5 * MINUTE_MS;

/** The mail waits, as it is not the mail's fault; only a mail service that fails is a failed try. */
function heldBack(why: keyof typeof PAUSES, kind: MailKind): NotDone {
  const isSoon = kind === 'requested' && why !== 'brake' && why !== 'share';
  const after = isSoon ? Math.min(PAUSES[why], LONGEST_FOR_REQUESTED_MS) : PAUSES[why];
  return new NotDone(why, { after, isHeld: why !== 'busy' });
}

/** Create one per process: it caches the counters for a minute, and reserved turns for a second. */
export function paceMail({ table, now, quota, wait, reportHeld }: PaceSystem): Pace {
  let stock = { count: 0, from: 0 };
  let openAt = 0;
  let reserving: Promise<unknown> = Promise.resolve();
  let granted: { quota?: SendQuota; count: number } = { count: 0 };
  let cached: { counts: ReturnType<typeof sendingCountsSince>; at: number } | undefined;
  /** Not added to the day's counters yet, and not in the counters that were read. */
  const unrecorded = { sends: 0, requests: 0, putOff: 0 };
  let unread = 0;
  const clock = () => Date.parse(now());

  function readCounts() {
    if (cached === undefined || Math.abs(clock() - cached.at) >= COUNTS_CACHE_MS) {
      const since = plusDays(dayOf(now()), -BRAKE_DAYS);
      cached = { counts: sendingCountsSince(table, since), at: clock() };
      cached.counts.catch(() => (cached = undefined));
      unread = unrecorded.requests;
    }
    return cached.counts;
  }

  async function checkMarketing({ brake }: MailingRules): Promise<void> {
    const counts = await readCounts();
    if (!isMarketingBraked(counts, brake)) return;
    reportHeld('marketing-held-back', counts);
    throw heldBack('brake', 'marketing');
  }

  async function checkStrangers(rules: MailingRules, { per24Hours }: SendQuota): Promise<void> {
    const { share, brake } = requestLimits(rules);
    const counts = await readCounts();
    const isUsedUp = inLastDay(counts.requestsOn, now()) + unread >= share * per24Hours;
    const isBraked = isRequestBraked(counts, brake);
    if (!isUsedUp && !(isBraked && !(await trickles(brake.perHour)))) return;
    reportHeld('requests-held-back', counts);
    throw heldBack(isUsedUp ? 'share' : 'brake', 'requested');
  }

  async function trickles(perHour: number): Promise<boolean> {
    const taking = Math.ceil(HOUR_MS / perHour);
    const slot = { now: clock(), latest: clock() + HOUR_MS - taking, taking };
    return (await takeFromBudget(table, { of: 'strangers', lane: 'now' }, slot)) !== undefined;
  }

  function holdBack(why: keyof typeof PAUSES, kind: MailKind): NotDone {
    if (kind === 'marketing' && why === 'quota') unrecorded.putOff += 1;
    return heldBack(why, kind);
  }

  function isUsedUp(kind: MailKind, current: SendQuota): boolean {
    if (granted.quota !== current) granted = { quota: current, count: 0 };
    return current.sent + granted.count >= current.per24Hours * SHARES[kind];
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
    holdBack,
    async turn({ kind, isForStranger }, rules, { patience, ahead }) {
      if (kind === 'marketing') await checkMarketing(rules);
      const current = await quota();
      if (isUsedUp(kind, current)) throw holdBack('quota', kind);
      if (isForStranger) await checkStrangers(rules, current);
      granted.count += 1;
      if (Number.isFinite(current.perSecond)) {
        const from = await take(current.perSecond, patience, ahead);
        if (from === undefined) return false;
        if (from > clock()) await wait(from - clock());
      }
      if (kind === 'marketing') unrecorded.sends += 1;
      if (isForStranger) {
        unrecorded.requests += 1;
        unread += 1;
      }
      return true;
    },
    async recordSends() {
      const { sends, requests, putOff } = unrecorded;
      if (sends + requests > 0) await addSends(table, dayOf(now()), sends, requests);
      unrecorded.sends -= sends;
      unrecorded.requests -= requests;
      if (putOff > 0) await addPutOff(table, now(), putOff);
      unrecorded.putOff -= putOff;
    },
  };
}
