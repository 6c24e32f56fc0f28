import { type Instant, plusDays } from '../../time.ts';
import { instantAt, wallTimeOf } from '../../time-zone.ts';
import type { MailingRules } from '../mailing-rules.ts';
import { calendarDaysBetween } from './sending-times.ts';

/**
 * When the frequency cap allows the next marketing mail; `now` if it does already. Counts calendar days in the
 * person's time zone, including today.
 * @param recent when the last marketing mails were sent, in any order
 */
export function nextAllowedAt(
  recent: readonly Instant[],
  { mails, days }: MailingRules['cap'],
  timeZone: string,
  now: Instant,
): Instant {
  const counted = recent.filter((at) => calendarDaysBetween(at, now, timeZone) < days).sort();
  const blocking = counted.at(-mails);
  if (blocking === undefined) return now;
  return instantAt({ day: plusDays(wallTimeOf(blocking, timeZone).day, days), ms: 0 }, timeZone);
}
