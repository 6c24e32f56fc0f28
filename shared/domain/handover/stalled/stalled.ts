import type { Lead } from '../../identity/lead.ts';
import { DAY_MS, type Instant, plus } from '../../time.ts';
import type { Agreement } from '../agreement.ts';
import { lastReturn } from '../hand-raise.ts';
import { hasNewPoints } from '../new-points.ts';

/**
 * When a lead stalls if nothing moves it before; undefined when it cannot stall. A lead stalls after the agreed number of
 * days in one warm band. Another band, another stage or a hand-over moves it; a visit that does not reach the next band
 * does not: whoever reads for months without a next step should get a call.
 *
 * A returned lead rests longer, and must earn new points as for any other hand-over.
 */
export function stallsAt(lead: Lead, agreement: Agreement): Instant | undefined {
  const { bands, afterDays, afterReturnDays } = agreement.stalled;
  const isWarm = bands.some((band) => band === lead.band);
  if (lead.stage !== 'lead' || !isWarm || lead.handover?.status === 'open') return undefined;
  if (!hasNewPoints(lead, agreement)) return undefined;
  const returned = lastReturn(lead);
  const rested = plus(lead.bandAt > lead.stageAt ? lead.bandAt : lead.stageAt, afterDays * DAY_MS);
  const back = returned === undefined ? '' : plus(returned.at, afterReturnDays * DAY_MS);
  return back > rested ? back : rested;
}

/** Whether a lead has been warm for long without moving, so sales may be offered it. */
export function isStalled(lead: Lead, agreement: Agreement, now: Instant): boolean {
  const from = stallsAt(lead, agreement);
  return from !== undefined && from <= now;
}
