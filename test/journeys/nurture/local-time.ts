const AMSTERDAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** What the clocks of Amsterdam show, such as `Tue 10:30`. */
export function amsterdam(at: string | number): string {
  return AMSTERDAM.format(new Date(at)).replace(',', '');
}

/** How long from a moment until the clocks of Amsterdam show this, such as `Tue 10:30`, in whole seconds. */
export function secondsUntil(shown: string, now: number): number {
  let at = Math.ceil(now / 60_000) * 60_000;
  while (amsterdam(at) !== shown) at += 60_000;
  return Math.ceil((at - now) / 1_000);
}

/** Which day of the calendar a moment is on in Amsterdam, as days since 1970. */
export function dayInAmsterdam(at: string | number): number {
  const day = new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
