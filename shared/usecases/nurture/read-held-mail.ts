import { BRAKE_DAYS, isMarketingBraked, isRequestBraked } from '../../domain/nurture/pace/brakes.ts';
import { type HeldMail, putOffNow, type WaitingWhy, waitingIn } from '../../domain/nurture/pace/held-mail.ts';
import { requestLimits } from '../../domain/nurture/pace/request-limits.ts';
import type { TotalsByName } from '../../domain/reports/totals.ts';
import { DAY_MS, type Day, dayOf, plus, plusDays } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { dueItems, dueShard } from '../../store/due.ts';
import { heldEnrolments } from '../../store/nurture/enrolments.ts';
import { sendingCountsSince } from '../../store/nurture/sending-state.ts';
import type { ReadSystem } from '../lead-system.ts';
import { peopleInSequences } from './people-in-sequences.ts';

const MOST_COUNTED = 20;

/**
 * Which mail waits now, and why. About two read units: what is counted in each sequence is from the last sum of a day, and
 * says so. Who was in a sequence before that was counted leaves it without having come: such a count is never below zero.
 */
export async function readHeldMail({ table, now, playbook }: ReadSystem): Promise<HeldMail> {
  const [counts, { mailing, sequences }, due, held, summed] = await Promise.all([
    sendingCountsSince(table, plusDays(dayOf(now()), -BRAKE_DAYS)),
    playbook(),
    dueItems(table, dueShard('enrol', 0), plus(now(), DAY_MS), { limit: MOST_COUNTED }),
    heldEnrolments(table, MOST_COUNTED),
    peopleInSequences(table, now()),
  ]);
  const { sends, bounces, complaints, requests, unreachable, putOffIn } = counts;
  const tried = due.filter(({ failure }) => failure !== '' && failure !== 'begun');
  const why = whyOf(tried[0]?.failure ?? '');
  const putOff = putOffNow(putOffIn, now());
  const bySequence = Object.groupBy(held, ({ sequence }) => sequence);
  const paused = waitingIn(mapped(bySequence, (courses = []) => courses.length));
  return {
    ...(isMarketingBraked(counts, mailing.brake) && { marketing: { sends, bounces, complaints } }),
    ...(isRequestBraked(counts, requestLimits(mailing).brake) && { requests: { requests, unreachable } }),
    ...(tried.length > 0 && {
      waiting: { count: tried.length, isMore: due.length === MOST_COUNTED, why },
    }),
    ...(putOff > 0 && { putOff }),
    ...(paused.length > 0 && { paused: { sequences: paused, isMore: held.length === MOST_COUNTED } }),
    ...inSequences(sequences, summed),
  };
}

/** Who waits in the sequences, as the last sum has it. */
function inSequences(
  sequences: Playbook['sequences'],
  summed: { from: Day; totals: TotalsByName } | undefined,
): Pick<HeldMail, 'pausedSequences' | 'unconfirmed'> {
  const { from: day, totals = {} } = summed ?? {};
  const stopped = Object.keys(sequences).filter((name) => sequences[name]?.paused);
  const here = stopped.map((sequence) => ({ sequence, people: Math.max(0, totals[sequence]?.here ?? 0) }));
  const unconfirmed = waitingIn(mapped(totals, (counts) => counts?.unconfirmed));
  return {
    ...(stopped.length > 0 && { pausedSequences: { ...(day && { day }), sequences: here } }),
    ...(day && unconfirmed.length > 0 && { unconfirmed: { day, sequences: unconfirmed } }),
  };
}

function mapped<Value, Result>(
  record: Readonly<Partial<Record<string, Value>>>,
  change: (value: Value | undefined) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function whyOf(failure: string): WaitingWhy {
  switch (failure) {
    case 'quota':
    case 'brake':
    case 'share':
    case 'account':
      return failure;
    default:
      return 'other';
  }
}
