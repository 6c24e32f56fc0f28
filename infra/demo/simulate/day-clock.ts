const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});
const MINUTE = 60_000;

/** Seconds until it is this time in Amsterdam, such as `20:00`. */
export function secondsUntil(time: string, now: number): number {
  let at = Math.ceil((now + 1) / MINUTE) * MINUTE;
  while (clock.format(at) !== time) at += MINUTE;
  return Math.ceil((at - now) / 1_000);
}

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', weekday: 'short' });

/** Whether this day is Monday to Friday in Amsterdam; holidays count as workdays. */
export function isWorkday(now: number): boolean {
  return !['Sat', 'Sun'].includes(weekday.format(now));
}
