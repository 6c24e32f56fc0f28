import type { Instant } from '../time.ts';
import type { Submission } from '../tracking/event.ts';

/** Something that was said of a lead, with where it came from and when. */
export interface ClaimedValue {
  value: string;
  at: Instant;
  source: string;
  /** The browser that sent the form, as `voiceOf` names it. Absent: another system said it. */
  by?: string;
}

/** All browsers that asked not to be known again: nobody can tell them apart. No browser's id looks like this. */
const UNKNOWN_BROWSER = '?';

/** The name of the browser that sent a form: an end of its id that is long enough to be nobody else's. */
export function browserOf({ visitor }: Submission): string {
  return visitor?.slice(-12) ?? UNKNOWN_BROWSER;
}

/** The browsers that speak for an address. */
export interface TrustedBrowsers {
  /** Since when each does. */
  since: Readonly<Record<string, Instant>>;
  /** Those whose request, and no other, the owner of the address confirmed by a mail. */
  confirmed: ReadonlySet<string>;
}

/** How many of those that do not hold are kept: they would when an earlier one or a confirmation is heard of. */
const CLAIMS_KEPT = 4;

/**
 * What was said of one thing, that which holds first. The word of the lead itself outweighs all: that of the browser
 * which spoke first for the address, and of those that its owner confirmed; of these the newest holds. Then comes what
 * another system said. What any other browser says fills a gap: whoever knows an address can send in a form with it.
 * Neither order nor repetition of what was said makes a difference.
 */
export function rankClaims(said: readonly ClaimedValue[], voices: TrustedBrowsers): ClaimedValue[] {
  const newest = new Map<string | undefined, ClaimedValue>();
  for (const known of said) {
    const before = newest.get(known.by);
    if (before === undefined || precedes(before, known)) newest.set(known.by, known);
  }
  const first = firstOf(voices);
  const weight = ({ by }: ClaimedValue) => {
    if (by === undefined) return 1;
    return by === first || voices.confirmed.has(by) ? 2 : 0;
  };
  const sinceOf = ({ by = '', at }: ClaimedValue) => `${voices.since[by] ?? at} ${by}`;
  return [...newest.values()]
    .sort((a, b) => {
      const difference = weight(b) - weight(a);
      if (difference !== 0) return difference;
      const isFirst = weight(a) === 0 ? sinceOf(a) < sinceOf(b) : precedes(b, a);
      return isFirst ? -1 : 1;
    })
    .slice(0, CLAIMS_KEPT);
}

/** How many browsers are remembered; more than a person has. */
const BROWSERS_KEPT = 20;

/** Since when each browser speaks, with one that spoke at a moment; those that spoke first are remembered. */
export function withBrowser(
  since: TrustedBrowsers['since'] = {},
  by: string,
  at: Instant,
): Record<string, Instant> {
  const known = since[by];
  const all = Object.entries({ ...since, [by]: known !== undefined && known < at ? known : at });
  return Object.fromEntries(all.sort(bySince).slice(0, BROWSERS_KEPT));
}

function firstOf({ since }: TrustedBrowsers): string | undefined {
  return Object.entries(since).sort(bySince)[0]?.[0];
}

function bySince([a, from]: [string, Instant], [b, since]: [string, Instant]): number {
  return from + a < since + b ? -1 : 1;
}

function precedes(a: ClaimedValue, b: ClaimedValue): boolean {
  return a.at === b.at ? a.value + a.source < b.value + b.source : a.at < b.at;
}
