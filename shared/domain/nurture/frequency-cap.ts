import { type Instant, plusDays } from '../time.ts';
import { instantAt, wallTimeOf } from '../time-zone.ts';
import type { MailingRules } from './mailing-rules.ts';
import { calendarDaysBetween } from './sending-times.ts';

/**
 * The first moment at which one more marketing mail is not too much; `now` when it is not now. Days are those of
 * the person's calendar, today among them.
 * @param recent when the last marketing mails were sent, in any order
 */
export function nextAllowedAt(
  recent: readonly Instant[],
  { mails, days }: MailingRules['cap'],
  timeZone: string,
  now: Instant,
): Instant {
  const counted = recent.filter((at) => calendarDaysBetween(at, now, timeZone) < days).sort();
  const leaving = counted.at(-mails);
  if (counted.length < mails || leaving === undefined) return now;
  return instantAt({ day: plusDays(wallTimeOf(leaving, timeZone).day, days), ms: 0 }, timeZone);
}
