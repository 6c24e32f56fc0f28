import { may, type Viewer } from '../../domain/console/viewer.ts';
import { countFacets, type FacetCounts } from '../../domain/identity/directory/facets.ts';
import { type DirectoryFilter, findRows, type ListOrder } from '../../domain/identity/directory/find.ts';
import { isInPart, type Part } from '../../domain/identity/directory/part.ts';
import type { DirectoryRow } from '../../domain/identity/directory/row.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import type { HideBeginnings } from '../../domain/identity/search/hidden-places.ts';
import { isFoundBy, readSearch, type SearchText } from '../../domain/identity/search/search-text.ts';
import { profilesOf } from '../../store/identity/profiles.ts';
import { recordLog } from '../console/record-log.ts';
import type { ListSystem } from './list-leads.ts';
import { findPeople } from './search/find-people.ts';

export type BrowseSystem = ListSystem & { hideBeginnings: HideBeginnings };

/** What somebody looks for among the leads. */
export interface LeadQuestion {
  q?: string | undefined;
  filter: DirectoryFilter;
  order: ListOrder;
}

/** A lead in the list: its row, and who it is. */
export interface LeadCard {
  row: DirectoryRow;
  email: string;
  values: Readonly<Record<string, string>>;
}

export interface BrowsedLeads {
  cards: LeadCard[];
  total: number;
  /** How many each choice of each filter has, of all that the viewer may see. */
  facets: FacetCounts;
  /** More people are called so than a search reads: only some of them are here. */
  isCut: boolean;
  /** The text is too short to look for. */
  isTooShort: boolean;
  next?: string | undefined;
}

/** Leads on a page: their profiles are five read units. */
const PAGE = 10;
/** People that a search reads, in at most three read units. */
const MOST_FOUND = 100;
/** Leads in a file: far below the six megabytes that an answer may have. */
export const LEADS_IN_FILE = 2_000;

/** A page of the leads that somebody of the console looks for; sales sees those that were handed over at some time. */
export async function browseLeads(
  system: BrowseSystem,
  viewer: Viewer,
  { q, filter, order }: LeadQuestion,
  after?: string,
): Promise<BrowsedLeads> {
  await recordLog(system, { who: viewer.email }, { kind: 'leads-seen', detail: namesOf(q, filter) });
  const { rows } = await system.directory();
  const own = visibleTo(viewer);
  const { search, ids, isCut } = await lookFor(system, q);
  const page = findRows(rows.values(), { ...filter, ...own, ids }, { order, limit: PAGE, after });
  const cards = await cardsOf(system, page.rows, search);
  const facets = countFacets(rows.values(), own);
  const isTooShort = q !== undefined && search === undefined;
  return { cards, total: page.total, next: page.next, facets, isCut, isTooShort };
}

/** A part of the leads that somebody looks for, for a file. It is logged before it is read. */
export async function exportLeads(
  system: BrowseSystem,
  viewer: Viewer,
  { q, filter, order }: LeadQuestion,
  part: Part,
): Promise<LeadCard[]> {
  const { rows } = await system.directory();
  const { search, ids } = await lookFor(system, q);
  const all = [...rows.values()].filter(({ id }) => isInPart(id, part));
  const found = findRows(all, { ...filter, ...visibleTo(viewer), ids }, { order, limit: LEADS_IN_FILE });
  const deed = { kind: 'leads-exported', detail: namesOf(q, filter), count: found.rows.length } as const;
  await recordLog(system, { who: viewer.email }, deed);
  return cardsOf(system, found.rows, search);
}

function visibleTo(viewer: Viewer): DirectoryFilter {
  return may(viewer, 'see-all-leads') ? {} : { wasHandedOver: true };
}

/** The names of what was asked: a value may be a person's name. */
function namesOf(q: string | undefined, filter: DirectoryFilter): string {
  const asked = Object.entries({ q, ...filter }).filter(([, value]) => value !== undefined);
  return asked
    .map(([name]) => name)
    .sort()
    .join(' ');
}

async function lookFor(
  system: BrowseSystem,
  q: string | undefined,
): Promise<{ search?: SearchText; ids?: ReadonlySet<LeadId>; isCut: boolean }> {
  const search = q === undefined ? undefined : readSearch(q);
  if (search === undefined) return { isCut: false };
  const { ids, next } = await findPeople(system, search, { limit: MOST_FOUND });
  return { search, ids: new Set(ids), isCut: next !== undefined };
}

async function cardsOf(
  { table }: BrowseSystem,
  rows: readonly DirectoryRow[],
  search: SearchText | undefined,
): Promise<LeadCard[]> {
  const profiles = await profilesOf(
    table,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const profile = profiles.get(row.id);
    if (profile === undefined || (search && !isFoundBy(search, profile))) return [];
    return { row, email: profile.email, values: valuesOf(profile) };
  });
}
