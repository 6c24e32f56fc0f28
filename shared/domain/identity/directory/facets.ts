import { nameInReports } from '../../name-in-reports.ts';
import { type DirectoryFilter, matcher } from './find.ts';
import type { DirectoryRow } from './row.ts';

/** The filters that offer what there is. */
export const FACETS = [
  ...(['stage', 'band', 'fit', 'readiness', 'owner', 'form', 'campaign', 'subject'] as const),
] as const;
export type Facet = (typeof FACETS)[number];

/** How many leads each value has. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/**
 * Counts the values of each filter among the rows that a filter finds, from one look at each. Forms and campaigns have
 * the names of the reports.
 */
export function countFacets(rows: Iterable<DirectoryRow>, filter: DirectoryFilter): FacetCounts {
  const matches = matcher(filter);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as Record<
    Facet,
    Map<string, number>
  >;
  for (const row of rows) {
    if (!matches(row)) continue;
    for (const facet of FACETS) {
      if (facet === 'subject') for (const one of row.subjects) add(counts.subject, one);
      else add(counts[facet], row[facet]);
    }
  }
  return { ...counts, form: named(counts.form), campaign: named(counts.campaign) };
}

/** Once for each name, not for each lead. */
function named(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [name, count] of counts) {
    const short = nameInReports(name);
    sums.set(short, (sums.get(short) ?? 0) + count);
  }
  return sums;
}

function add(counts: Map<string, number>, value: string | undefined): void {
  if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
}
