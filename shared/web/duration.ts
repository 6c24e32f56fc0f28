import type { Language, Localised } from '../domain/language.ts';
import { locales } from './language.ts';

const under: Localised = { en: 'under a minute', nl: 'minder dan een minuut' };
/** From so many minutes on the next unit says enough. */
const SECONDS_TO = 120;
const HOURS_FROM = 90;
const DAYS_FROM = 48 * 60;

/** How long something took, in the unit that fits it: `under a minute`, `40 minutes`, `3 hours`, `12 days`. */
export function duration(language: Language, minutes: number): string {
  if (minutes < 1) return under[language];
  if (minutes < HOURS_FROM) return inUnit(language, minutes, 'minute');
  if (minutes < DAYS_FROM) return inUnit(language, minutes / 60, 'hour');
  return inUnit(language, minutes / 60 / 24, 'day');
}

/** How long somebody stayed on a page: `45 seconds`, `3 minutes`. */
export function stay(language: Language, seconds: number): string {
  return seconds < SECONDS_TO
    ? inUnit(language, seconds, 'second')
    : inUnit(language, seconds / 60, 'minute');
}

function inUnit(language: Language, count: number, unit: 'second' | 'minute' | 'hour' | 'day'): string {
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locales[language], style).format(count);
}
