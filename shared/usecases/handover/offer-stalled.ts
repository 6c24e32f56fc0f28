import type { Agreement } from '../../domain/handover/agreement.ts';
import { nextOfferAt } from '../../domain/handover/stalled/offer-time.ts';
import { chooseCandidates } from '../../domain/handover/stalled/rank.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { mondayOf } from '../../domain/reports/period.ts';
import type { Day } from '../../domain/time.ts';
import { wallTimeOf } from '../../domain/time-zone.ts';
import { getOffer, type Offered, putOffer } from '../../store/handover/offers.ts';
import { bestStalled, removeStalled } from '../../store/handover/stalled.ts';
import { totalsSoFar } from '../../store/reports/report-totals.ts';
import type { JobProgress } from '../jobs/perform-job.ts';
import type { ScoringSystem } from '../lead-system.ts';
import { scoreLead } from '../scoring/score-lead/score-lead.ts';

/** Leads of each list that are ranked again: some three hundred of eight lists, in eight read units. */
const CONSIDERED = 40;

/**
 * Offers the stalled leads of this week to sales. The choice is stored first, so a repeat or a second run offers the
 * same leads; a lead that already has an offer, or was answered, gets no other.
 * @throws NotDone when a lead could not be offered: the others are
 */
export async function offerStalled(system: ScoringSystem, isTimeUp: () => boolean): Promise<JobProgress> {
  const { table, now } = system;
  const { agreement } = await system.playbook(0);
  const monday = mondayOf(wallTimeOf(now(), agreement.timeZone).day);
  let hasFailed = false;
  for (const { lead, ranked } of await offersOfWeek(system, monday, agreement)) {
    if (isTimeUp()) return { again: now(), data: {} };
    try {
      await scoreLead(system, lead, [], { offer: ranked });
      // The stream does this too, but may repeat an old change after the last one.
      await removeStalled(table, lead);
    } catch {
      hasFailed = true;
    }
  }
  if (hasFailed) throw new NotDone('lead-not-offered');
  return { again: nextOfferAt(agreement, now()), data: {} };
}

/** The leads to offer in a week; if two runs race, the first write wins. */
async function offersOfWeek(
  { table, now }: ScoringSystem,
  monday: Day,
  rules: Agreement,
): Promise<Offered[]> {
  const decided = await getOffer(table, monday);
  if (decided !== undefined) return decided;
  const [candidates, outcomes] = await Promise.all([
    bestStalled(table, CONSIDERED),
    totalsSoFar(table, now(), 'trait'),
  ]);
  const offered = chooseCandidates(candidates, outcomes, rules.stalled);
  if ((await putOffer(table, monday, offered)) === 'written') return offered;
  return (await getOffer(table, monday)) ?? [];
}
