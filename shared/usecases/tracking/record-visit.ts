import { dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { type Beacon, parseBeacon } from '../../domain/tracking/beacon.ts';
import { type PixelQuery, parsePixel } from '../../domain/tracking/pixel.ts';
import type { ReceivedEvent } from '../../domain/tracking/visitor-event.ts';
import type { LateQueue } from '../../gateways/tracking/late-queue.ts';
import type { Table } from '../../store/table.ts';
import { putReceivedEvent } from '../../store/tracking/events.ts';
import { botSign, type Headers, optsOut } from './request-headers.ts';

export interface TrackSystem {
  table: Table;
  late: LateQueue;
  now: () => Instant;
  newId: () => string;
  retentionDays: number;
}

/**
 * Stores the valid events that the tracker sent, each once.
 * @returns how many there were, what was wrong with the others, and what was left out
 * @throws when both the table and the late queue refuse: send them again.
 */
export async function recordBeacon(
  system: TrackSystem,
  body: string,
  headers: Headers,
): Promise<Pick<Beacon, 'mistakes' | 'leftOut'> & { kept: number }> {
  const { events, isAnonymous, ...wrong } = parseBeacon(body, system.now(), botSign(headers));
  if (!optsOut(headers)) await Promise.all(events.map((one) => storeOrQueue(system, one, isAnonymous)));
  return { ...wrong, kept: events.length };
}

/** Stores the page view of a pixel, if it has one. Throws when it could not be stored. */
export async function recordPixel(system: TrackSystem, query: PixelQuery, headers: Headers): Promise<void> {
  const view = parsePixel(query, headers.referer, system.now(), system.newId, botSign(headers));
  if (view !== undefined && !optsOut(headers)) await storeOrQueue(system, view);
}

/** Queued events lose the anonymous flag: the visitor may be linked before they are replayed. */
async function storeOrQueue(
  { table, late, retentionDays }: TrackSystem,
  received: ReceivedEvent,
  isAnonymous = false,
): Promise<void> {
  const expiresAt = endOfDaySeconds(plusDays(dayOf(received.event.at), retentionDays));
  try {
    await putReceivedEvent(table, received, expiresAt, isAnonymous);
  } catch {
    await late.send({ ...received, expiresAt });
  }
}
