import { type DirectoryFilter, matcher } from './find.ts';
import type { DirectoryRow } from './row.ts';

/** The filters that offer what there is. */
export const FACETS = [
  ...(['stage', 'band', 'fit', 'readiness', 'owner', 'form', 'campaign', 'subject'] as const),
] as const;
export type Facet = (typeof FACETS)[number];

/** How many leads each value has. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** Counts the values of each filter among the rows that a filter finds, from one look at each. */
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
  return counts;
}

function add(counts: Map<string, number>, value: string | undefined): void {
  if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
}
