/** As many months are shown from now on, whether an issue goes out in them or not; later ones only if one does. */
const SHOWN = { least: 2, most: 4, inAll: 8 };

interface Days {
  today: string;
  /** The days of issues, as `2026-11-30`. */
  issues: readonly string[];
  /** The days on which something else is due. */
  due: readonly string[];
}

/**
 * The months of a calendar, as `2026-11`: every one from today to the last with an issue or with something due, also those
 * with nothing.
 */
export function monthsOf({ today, issues, due }: Days): string[] {
  const now = today.slice(0, 7);
  const withIssue = [...new Set(issues.map((day) => day.slice(0, 7)))].filter((month) => month > now).sort();
  const last = [...withIssue, ...due.map((day) => day.slice(0, 7))].sort().at(-1) ?? now;
  const next = Array.from({ length: SHOWN.most }, (_, at) => monthAfter(now, at));
  const near = next.filter((month, at) => at < SHOWN.least || month <= last);
  return [...near, ...withIssue.filter((month) => month > (next.at(-1) ?? now))].slice(0, SHOWN.inAll);
}

function monthAfter(month: string, count: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}
