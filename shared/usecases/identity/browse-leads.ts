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
import { heldEnrolments } from '../../store/nurture/enrolments.ts';
import { recordLog } from '../console/record-log.ts';
import type { ListSystem } from './list-leads.ts';
import { findPeople } from './search/find-people.ts';

export type BrowseSystem = ListSystem & { hideBeginnings: HideBeginnings };

/** What somebody looks for among the leads. */
export interface LeadQuestion {
  q?: string | undefined;
  /** A colleague paused this sequence for them. */
  paused?: string | undefined;
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
  /** The text is too short to look for, and finds nobody. */
  isTooShort: boolean;
  next?: string | undefined;
}

/** Leads on a page: their profiles are five read units. */
const PAGE = 10;
/** People that a search or the list of what is paused reads, in at most three read units. */
const MOST_FOUND = 100;
/** Leads in a file: far below the six megabytes that an answer may have. */
export const LEADS_IN_FILE = 2_000;

/** A page of the leads that somebody of the console looks for; sales sees those that were handed over at some time. */
export async function browseLeads(
  system: BrowseSystem,
  viewer: Viewer,
  { order, ...question }: LeadQuestion,
  after?: string,
): Promise<BrowsedLeads> {
  await recordLog(system, { who: viewer.email }, { kind: 'leads-seen', detail: namesOf(question) });
  const { rows } = await system.directory();
  const own = visibleTo(viewer);
  const { search, ids, isCut } = await lookFor(system, question);
  const page = findRows(rows.values(), { ...question.filter, ...own, ids }, { order, limit: PAGE, after });
  const cards = await cardsOf(system, page.rows, search);
  const facets = countFacets(rows.values(), own);
  const isTooShort = question.q !== undefined && search === undefined;
  return { cards, total: page.total, next: page.next, facets, isCut, isTooShort };
}

/** A part of the leads that somebody looks for, for a file. It is logged before it is read. */
export async function exportLeads(
  system: BrowseSystem,
  viewer: Viewer,
  { order, ...question }: LeadQuestion,
  part: Part,
): Promise<LeadCard[]> {
  const { rows } = await system.directory();
  const { search, ids } = await lookFor(system, question);
  const all = [...rows.values()].filter(({ id }) => isInPart(id, part));
  const found = findRows(
    all,
    { ...question.filter, ...visibleTo(viewer), ids },
    { order, limit: LEADS_IN_FILE },
  );
  const deed = { kind: 'leads-exported', detail: namesOf(question), count: found.rows.length } as const;
  await recordLog(system, { who: viewer.email }, deed);
  return cardsOf(system, found.rows, search);
}

function visibleTo(viewer: Viewer): DirectoryFilter {
  return may(viewer, 'see-all-leads') ? {} : { wasHandedOver: true };
}

/** The names of what was asked: a value may be a person's name. */
function namesOf({ filter, ...asked }: Omit<LeadQuestion, 'order'>): string {
  const all = Object.entries({ ...asked, ...filter }).filter(([, value]) => value !== undefined);
  return all
    .map(([name]) => name)
    .sort()
    .join(' ');
}

async function lookFor(
  system: BrowseSystem,
  { q, paused }: Omit<LeadQuestion, 'order'>,
): Promise<{ search?: SearchText; ids?: ReadonlySet<LeadId>; isCut: boolean }> {
  const search = q === undefined ? undefined : readSearch(q);
  if (q !== undefined && search === undefined) return { ids: new Set(), isCut: false };
  const [found, held] = await Promise.all([
    search && findPeople(system, search, { limit: MOST_FOUND }),
    paused === undefined ? undefined : heldEnrolments(system.table, MOST_FOUND),
  ]);
  const own = held?.filter(({ sequence }) => sequence === paused).map(({ lead }) => lead);
  const sets = [found?.ids, own].flatMap((ids) => (ids ? new Set(ids) : []));
  const ids = sets.reduce<Set<LeadId> | undefined>((all, one) => all?.intersection(one) ?? one, undefined);
  const isCut = found?.next !== undefined || held?.length === MOST_FOUND;
  return { ...(search && { search }), ...(ids && { ids }), isCut };
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
