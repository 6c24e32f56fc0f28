import type { LeadId } from '../../../domain/identity/ids.ts';
import { isErased } from '../../../domain/identity/lead.ts';
import type { TimeAhead } from '../../../domain/nurture/mails-ahead.ts';
import { issueDayStart } from '../../../domain/nurture/newsletter-issue.ts';
import { needsOf, type TriedRules } from '../../../domain/playbook/try-out/needs.ts';
import { inSampleOrder } from '../../../domain/playbook/try-out/sample-order.ts';
import { Tally, type TryOut } from '../../../domain/playbook/try-out/tally.ts';
import { DAY_MS, type Instant, plus } from '../../../domain/time.ts';
import type { CountedReads } from '../../../store/counted-reads.ts';
import { leadsAsStored } from '../../../store/identity/leads-with-profiles.ts';
import { allIssueStops } from '../../../store/nurture/issue-stops.ts';
import type { DirectorySource } from '../../identity/directory/directory-source.ts';
import { judgeLead, type Trial } from './judge-lead.ts';

export interface TryOutSystem {
  /** Everything is read through this table; nothing can be written through it. */
  reads: CountedReads;
  /** The list of all leads, read through the same table. */
  directory: DirectorySource;
  now: () => Instant;
  /** Milliseconds that pass, for whoever waits. */
  elapsed: () => number;
}

/** All leads are looked at when there are no more, and at most so many of more. */
export const EXACT = 2_000;
/** Read units after which no more leads are looked at, if there are more than `EXACT`. */
const MOST_UNITS = 3_600;
const MOST_MS = { exact: 14_000, sample: 3_800 };
const DAYS_AHEAD = 7;
const AT_ONCE = 50;
const NOBODY = { count: 0, low: 0, high: 0 };

/**
 * What publishing a draft would do, told by the functions that publishing uses: for all leads, or, above two thousand, for
 * a random sample of as many as 3,600 read units and four seconds allow. The same draft gets the same sample. Whether it
 * is as asked depends on chance alone: leads are looked at in a random order, and counts say how far they may be off.
 * Writes nothing.
 * @param seed decides the sample
 * @throws DirectoryNotMade while many leads are not in lists yet
 */
export async function tryOut(
  { reads, directory, now: clock, elapsed }: TryOutSystem,
  { live, draft, seed }: { live: TriedRules; draft: TriedRules; seed: string },
): Promise<TryOut> {
  const start = { units: reads.units, ms: elapsed() };
  const now = clock();
  const until = plus(now, DAYS_AHEAD * DAY_MS);
  const { rows } = await directory();
  const needs = needsOf(live, draft);
  const tally = new Tally();
  const isSample = rows.size > EXACT;
  const ids = needs.nothing ? [] : inSampleOrder(rows.keys(), seed, EXACT);
  const trial = { live, draft, now, needs, ahead: await timeAhead(reads, live, { from: now, until }) };
  const isEnough = () =>
    elapsed() - start.ms > (isSample ? MOST_MS.sample : MOST_MS.exact) ||
    (isSample && reads.units - start.units > MOST_UNITS);
  for (let from = 0; from < ids.length && !isEnough(); from += AT_ONCE) {
    await judgeAll(reads, ids.slice(from, from + AT_ONCE), trial, tally);
  }
  const tried = tally.result(rows.size);
  const whole = needs.nothing ? { sampled: rows.size, changed: NOBODY } : {};
  return {
    ...tried,
    ...whole,
    until,
    units: reads.units - start.units,
    ms: Math.round(elapsed() - start.ms),
  };
}

async function judgeAll(table: CountedReads, ids: LeadId[], trial: Trial, tally: Tally): Promise<void> {
  const stored = await leadsAsStored(table, ids);
  const judged = await Promise.all(
    ids.map(async (id) => {
      const { lead, profile } = stored.get(id) ?? {};
      // Erased a moment ago, or not written yet.
      if (lead === undefined || isErased(lead)) return { changes: [], isUnread: false };
      return judgeLead(table, { lead, profile }, trial);
    }),
  );
  ids.forEach((id, n) => {
    const { changes = [], isUnread = false } = judged[n] ?? {};
    tally.add(id, changes, isUnread);
  });
}

/** The time ahead. Publishing enrols no readers anew of an issue whose day has begun. */
async function timeAhead(
  table: CountedReads,
  live: TriedRules,
  time: Pick<TimeAhead, 'from' | 'until'>,
): Promise<TimeAhead> {
  const stops = await allIssueStops(table);
  const stopped = stops.filter(({ state }) => state === 'stopped');
  const enrolled = live.newsletter.filter((issue) => issueDayStart(issue) <= time.from);
  return { ...time, stopped, enrolled };
}
