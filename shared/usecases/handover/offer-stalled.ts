import type { Agreement } from '../../domain/handover/agreement.ts';
import { nextOfferAt } from '../../domain/handover/stalled/offer-time.ts';
import { chooseCandidates } from '../../domain/handover/stalled/rank.ts';
import { mondayOf } from '../../domain/reports/period.ts';
import type { Day } from '../../domain/time.ts';
import { wallTimeOf } from '../../domain/time-zone.ts';
import {
  getOffer,
  getOfferSchedule,
  type Offered,
  putOffer,
  putOfferSchedule,
} from '../../store/handover/offers.ts';
import { bestStalled, removeStalled } from '../../store/handover/stalled.ts';
import type { LeadSystem } from '../lead-system.ts';
import { countedSoFar } from '../reports/counted-so-far.ts';
import { scoreLead } from '../scoring/score-lead/score-lead.ts';

/** So many of each list are ranked again: of eight lists some three hundred, in eight read units. */
const CONSIDERED = 40;

/**
 * Offers sales the stalled leads of this week. Who is offered is decided once and written down first: whoever does it
 * again, or at the same time, offers the same leads, and a lead that has an offer, or was answered, gets no other.
 */
export async function offerStalled(system: LeadSystem, isTimeUp: () => boolean): Promise<void> {
  const { table, now } = system;
  const order = await getOfferSchedule(table);
  if (order === undefined || order.due > now()) return;
  const { agreement } = await system.playbook(0);
  const monday = mondayOf(wallTimeOf(now(), agreement.timeZone).day);
  for (const { lead, ranked } of await offerOf(system, monday, agreement)) {
    if (isTimeUp()) return;
    await scoreLead(system, lead, [], ranked);
    // The stream does this too. It may be told an old change once more, after the last one.
    await removeStalled(table, lead);
  }
  await putOfferSchedule(table, { version: order.version + 1, due: nextOfferAt(agreement, now()) });
}

/** Who is offered in the week of a Monday; of two who decide at once one is heard. */
async function offerOf(system: LeadSystem, monday: Day, agreement: Agreement): Promise<Offered[]> {
  const { table } = system;
  const decided = await getOffer(table, monday);
  if (decided !== undefined) return decided;
  const [candidates, outcomes] = await Promise.all([
    bestStalled(table, CONSIDERED),
    countedSoFar(system, 'trait'),
  ]);
  const offered = chooseCandidates(candidates, outcomes, agreement.stalled);
  if ((await putOffer(table, monday, offered)) === 'written') return offered;
  return (await getOffer(table, monday)) ?? [];
}
