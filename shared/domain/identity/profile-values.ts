import type { Instant } from '../time.ts';
import type { Submission } from '../tracking/event.ts';

/** A value that was given for a field of a lead. */
export interface ClaimedValue {
  value: string;
  at: Instant;
  source: string;
  /** The browser that sent the form, as `browserOf` names it. Absent: another system gave it. */
  by?: string;
}

/** Stands for all browsers that declined an id: they are indistinguishable. No browser id looks like this. */
const UNKNOWN_BROWSER = '?';

/** A short name of the browser that sent a form: the end of its id, long enough to be unique. */
export function browserOf({ visitor }: Submission): string {
  return visitor?.slice(-12) ?? UNKNOWN_BROWSER;
}

/** The browsers that sent forms for an address. */
export interface TrustedBrowsers {
  /** When each browser first did. */
  since: Readonly<Record<string, Instant>>;
  /** Those whose request, and no other, was confirmed by a click in a mail to the address. */
  confirmed: ReadonlySet<string>;
}

/** Losing claims stay, because a late event or a confirmation may make them win. */
const CLAIMS_KEPT = 4;

/**
 * The claims on one field, the winner first, each browser's newest only. The first browser of the address and confirmed
 * browsers rank highest, newest first; then other systems, newest first; then all other browsers, first come first,
 * because anybody can send a form with somebody else's address. Order and repetition make no difference.
 */
export function rankClaims(claims: readonly ClaimedValue[], browsers: TrustedBrowsers): ClaimedValue[] {
  const newest = new Map<string | undefined, ClaimedValue>();
  for (const claim of claims) {
    const other = newest.get(claim.by);
    if (other === undefined || precedes(other, claim)) newest.set(claim.by, claim);
  }
  const first = Object.entries(browsers.since).sort(bySince)[0]?.[0];
  const trust = ({ by }: ClaimedValue) => {
    if (by === undefined) return 1;
    return by === first || browsers.confirmed.has(by) ? 2 : 0;
  };
  const sinceOf = ({ by = '', at }: ClaimedValue) => `${browsers.since[by] ?? at} ${by}`;
  return [...newest.values()]
    .sort((a, b) => {
      const difference = trust(b) - trust(a);
      if (difference !== 0) return difference;
      const isFirst = trust(a) === 0 ? sinceOf(a) < sinceOf(b) : precedes(b, a);
      return isFirst ? -1 : 1;
    })
    .slice(0, CLAIMS_KEPT);
}

/** More browsers than one person has. */
const BROWSERS_KEPT = 20;

/** The browsers with one that sent a form at a moment; only the first twenty are stored. */
export function withBrowser(
  since: TrustedBrowsers['since'] = {},
  by: string,
  at: Instant,
): Record<string, Instant> {
  const known = since[by];
  const all = Object.entries({ ...since, [by]: known !== undefined && known < at ? known : at });
  return Object.fromEntries(all.sort(bySince).slice(0, BROWSERS_KEPT));
}

function bySince([a, from]: [string, Instant], [b, since]: [string, Instant]): number {
  return from + a < since + b ? -1 : 1;
}

function precedes(a: ClaimedValue, b: ClaimedValue): boolean {
  return a.at === b.at ? a.value + a.source < b.value + b.source : a.at < b.at;
}
