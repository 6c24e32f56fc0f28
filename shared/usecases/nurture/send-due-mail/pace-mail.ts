import type { MailKind } from '../../../domain/nurture/mailing.ts';
import type { MailingRules } from '../../../domain/nurture/mailing-rules.ts';
import { dayOf, type Instant, plusDays } from '../../../domain/time.ts';
import type { SendQuota } from '../../../gateways/ses-quota.ts';
import {
  addSendingCounts,
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
  /** Called when marketing mail is held back because too much of it comes back. */
  reportBrake: (figures: SendingCounts) => void;
}

/** `rate`: not this second. `quota`: not today. `brake`: no marketing mail until less of it comes back. */
export type SendTurn = 'go' | 'rate' | 'quota' | 'brake';

/** Whose turn it is to send, so that all functions together stay within what SES and its customers bear. */
export interface Pace {
  /**
   * Waits until a mail may go out, but not longer than `patience` milliseconds.
   * @param ahead how many mails will probably follow, itself included
   */
  turn(kind: MailKind, rules: MailingRules, limits: { patience: number; ahead: number }): Promise<SendTurn>;
  /** Writes down how much marketing mail went out since the last time. */
  settle(): Promise<void>;
}

const SECOND_MS = 1_000;
/** Marketing leaves this share of a day's quota to what people asked for, and to notices to sales. */
const KEPT_FREE = 0.05;
/** Over so many days bounces and complaints are held against what was sent. */
const BRAKE_DAYS = 7;
const FIGURES_KEPT_MS = 60_000;

/** Make it once per process: it remembers the figures for a minute, and the turns it reserved for a second. */
export function paceMail({ table, now, quota, wait, reportBrake }: PaceSystem): Pace {
  let stock = { count: 0, from: 0 };
  let openAt = 0;
  let reserving: Promise<unknown> = Promise.resolve();
  let granted: { quota?: SendQuota; count: number } = { count: 0 };
  let figures: { read: Promise<SendingCounts>; at: number } | undefined;
  let sends = 0;
  const clock = () => Date.parse(now());

  async function isBraked({ brake }: MailingRules): Promise<boolean> {
    if (figures === undefined || Math.abs(clock() - figures.at) >= FIGURES_KEPT_MS) {
      const since = plusDays(dayOf(now()), -BRAKE_DAYS);
      figures = { read: sendingCountsSince(table, since), at: clock() };
      figures.read.catch(() => (figures = undefined));
    }
    const counted = await figures.read;
    if (!comesBackTooMuch(counted, brake)) return false;
    reportBrake(counted);
    return true;
  }

  function isUsedUp(kind: MailKind, current: SendQuota): boolean {
    if (granted.quota !== current) granted = { quota: current, count: 0 };
    const most = current.per24Hours * (kind === 'marketing' ? 1 - KEPT_FREE : 1);
    return current.sent + granted.count >= most;
  }

  /** One after the other: what the first reserves may do for those that asked at the same moment. */
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
      const from = await reserveSendingSlot(table, {
        now: clock(),
        latest: clock() + patience,
        taking,
        isIdle,
      });
      if (from === undefined) return undefined;
      stock = { count, from };
      openAt = from + taking;
    }
    stock.count -= 1;
    return stock.from;
  }

  return {
    async turn(kind, rules, { patience, ahead }) {
      if (kind === 'marketing' && (await isBraked(rules))) return 'brake';
      const current = await quota();
      if (isUsedUp(kind, current)) return 'quota';
      granted.count += 1;
      if (Number.isFinite(current.perSecond)) {
        const from = await take(current.perSecond, patience, ahead);
        if (from === undefined) return 'rate';
        if (from > clock()) await wait(from - clock());
      }
      if (kind === 'marketing') sends += 1;
      return 'go';
    },
    async settle() {
      const counted = sends;
      sends = 0;
      if (counted > 0) await addSendingCounts(table, dayOf(now()), { sends: counted });
    },
  };
}

function comesBackTooMuch(
  { sends, bounces, complaints }: SendingCounts,
  brake: MailingRules['brake'],
): boolean {
  if (sends < brake.minimum) return false;
  return bounces / sends > brake.bounces || complaints / sends > brake.complaints;
}
