import { instantOf, type Minute } from '../../../domain/identity/directory/row.ts';
import type { Language } from '../../../domain/language.ts';
import type { Instant } from '../../../domain/time.ts';
import { locales } from '../../language.ts';

const UNITS = [
  ['year', 525_600],
  ['month', 43_800],
  ['day', 1_440],
  ['hour', 60],
] as const;

/** How long ago a minute is, such as `3 days ago`. */
export function agoIn(language: Language, now: Instant): (minute: Minute) => string {
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  return (minute) => {
    const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(instantOf(minute))) / 60_000));
    const [unit, size] = UNITS.find(([, least]) => minutes >= least) ?? ['minute', 1];
    return format.format(-Math.floor(minutes / size), unit);
  };
}
