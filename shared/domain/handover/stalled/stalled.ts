import type { Lead } from '../../identity/lead.ts';
import { type Instant, plus } from '../../time.ts';
import type { Agreement } from '../agreement.ts';
import { lastReturn } from '../hand-raise.ts';
import { hasNewPoints } from '../new-points.ts';

const DAY_MS = 86_400_000;

/**
 * From when on a lead is stalled, if nothing moves it until then; undefined when that is not to be. It is, once it has
 * been a lead in one and the same warm band for the days of the agreement. What moves it is another band, up or down,
 * another stage, or a hand-over. A visit that earns too little for the next band does not: who reads on for months and
 * never goes on is whom a person should call.
 *
 * Who came back from sales rests longer first, and has to earn new points like for any other hand-over.
 */
export function stallsAt(lead: Lead, agreement: Agreement): Instant | undefined {
  const { bands, afterDays, afterReturnDays } = agreement.stalled;
  const isWarm = bands.some((band) => band === lead.band);
  if (lead.stage !== 'lead' || !isWarm || lead.handover?.status === 'open') return undefined;
  if (lead.bandAt === '' || !hasNewPoints(lead, agreement)) return undefined;
  const returned = lastReturn(lead);
  const rested = plus(lead.bandAt > lead.stageAt ? lead.bandAt : lead.stageAt, afterDays * DAY_MS);
  const back = returned === undefined ? '' : plus(returned.at, afterReturnDays * DAY_MS);
  return back > rested ? back : rested;
}

/** Whether a lead has been warm for long without moving, and may be offered to sales. */
export function isStalled(lead: Lead, agreement: Agreement, now: Instant): boolean {
  const from = stallsAt(lead, agreement);
  return from !== undefined && from <= now;
}
