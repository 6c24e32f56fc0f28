import type { Language } from '../../../domain/language.ts';
import { DAY_MS, type Instant } from '../../../domain/time.ts';
import { locales } from '../../language.ts';
import { dossierWords } from './words.ts';

/** Formats times in one language and time zone; a year is shown only if it is not the current one. */
export interface Times {
  /** Such as `Tue 22 Nov 10:04`. */
  moment: (at: Instant) => string;
  /** Such as `22 Nov`. */
  day: (at: Instant) => string;
}

/** The formats for times that are read at `now`. */
export function timesIn(language: Language, timeZone: string, now: Instant): Times {
  const locale = locales[language];
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone };
  const year = formatter('en', { year: 'numeric', timeZone });
  const time = formatter(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const sameYear = formatter(locale, options);
    const otherYear = formatter(locale, { ...options, year: 'numeric' });
    return (at: Instant) => (year(at) === year(now) ? sameYear : otherYear)(at);
  };
  const weekday = dated({ ...date, weekday: 'short' });
  return { moment: (at) => `${weekday(at).replace(',', '')} ${time(at)}`, day: dated(date) };
}

/** Formats a time of today or yesterday as `today at 10:12`, and an earlier one by its date. */
export function recentTime(language: Language, timeZone: string, now: Instant): (at: Instant) => string {
  const locale = locales[language];
  const times = timesIn(language, timeZone, now);
  const day = formatter('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  const time = formatter(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (at) => {
    const days = (Date.parse(day(at)) - Date.parse(day(now))) / DAY_MS;
    if (days < -1 || days > 0) return times.moment(at);
    return dossierWords[language].dayAndTime(relative.format(days, 'day'), time(at));
  };
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): (at: Instant) => string {
  const format = new Intl.DateTimeFormat(locale, options);
  return (at) => format.format(new Date(at));
}
