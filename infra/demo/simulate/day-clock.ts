const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});
const MINUTE = 60_000;

/** How many seconds until the clocks of Amsterdam show this, such as `20:00`. */
export function secondsUntil(shown: string, now: number): number {
  let at = Math.ceil((now + 1) / MINUTE) * MINUTE;
  while (clock.format(at) !== shown) at += MINUTE;
  return Math.ceil((at - now) / 1_000);
}

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', weekday: 'short' });

/** Whether people are at work in Amsterdam on this day, which may yet be a holiday. */
export function isWorkday(now: number): boolean {
  return !['Sat', 'Sun'].includes(weekday.format(now));
}
