import type { Instant } from '../../../domain/time.ts';

/** Tells times in one language and time zone. */
export interface Times {
  /** `Tue 22 Nov 10:04`; with the year when it is another than that of `now`. */
  moment: (at: Instant) => string;
  day: (at: Instant) => string;
}

/** Times as they are told at a moment, in one language and time zone. */
export function timesIn(locale: string, timeZone: string, now: Instant): Times {
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone };
  const year = formatter('en', { year: 'numeric', timeZone });
  const time = formatter(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const same = formatter(locale, options);
    const other = formatter(locale, { ...options, year: 'numeric' });
    return (at: Instant) => (year(at) === year(now) ? same : other)(at);
  };
  const weekday = dated({ ...date, weekday: 'short' });
  return { moment: (at) => `${weekday(at).replace(',', '')} ${time(at)}`, day: dated(date) };
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): (at: Instant) => string {
  const format = new Intl.DateTimeFormat(locale, options);
  return (at) => format.format(new Date(at));
}

/** Tells a moment by the clock of today and yesterday, such as `today at 10:12`, and earlier ones by their date. */
export function recentlyIn(locale: string, timeZone: string, now: Instant): (at: Instant) => string {
  const times = timesIn(locale, timeZone, now);
  const day = formatter('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  const clock = formatter(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (at) => {
    const days = (Date.parse(day(at)) - Date.parse(day(now))) / DAY_MS;
    if (days < -1 || days > 0) return times.moment(at);
    return `${relative.format(days, 'day')} ${locale.startsWith('nl') ? 'om' : 'at'} ${clock(at)}`;
  };
}

const DAY_MS = 86_400_000;
