import { may, type Viewer } from '../../domain/console/viewer.ts';
import type { Directory } from '../../domain/identity/directory/directory.ts';
import { countFacets, type FacetCounts } from '../../domain/identity/directory/facets.ts';
import { type DirectoryFilter, findRows, type ListOrder } from '../../domain/identity/directory/find.ts';
import { isInPart, type Part } from '../../domain/identity/directory/part.ts';
import type { DirectoryRow } from '../../domain/identity/directory/row.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import type { HideBeginnings } from '../../domain/identity/search/hidden-places.ts';
import { isFoundBy, readSearch, type SearchText } from '../../domain/identity/search/search-text.ts';
import type { CountedNumber } from '../../domain/reports/counted.ts';
import { profilesOf } from '../../store/identity/profiles.ts';
import { heldEnrolments } from '../../store/nurture/enrolments.ts';
import { recordLog } from '../console/record-log.ts';
import type { ReadBehind } from '../reports/read-leads-behind.ts';
import type { ListSystem } from './list-leads.ts';
import { findPeople, MOST_LOOKED_AT } from './search/find-people.ts';

export type BrowseSystem = ListSystem & { hideBeginnings: HideBeginnings };

/** What somebody looks for among the leads. */
export interface LeadQuestion {
  q?: string | undefined;
  /** A colleague paused this sequence for them. */
  paused?: string | undefined;
  filter: DirectoryFilter;
  order: ListOrder;
  /** The number of a report whose leads are meant. */
  counted?: CountedNumber | undefined;
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
  /** More people match a text than are read. `shown`: only some are here; `looked`: only some were looked through. */
  cut?: 'shown' | 'looked' | undefined;
  /** More courses are paused than are read: only people of those that were paused longest are here. */
  isPausedCut: boolean;
  /** The text is too short to look for, and finds nobody. */
  isTooShort: boolean;
  /** What is known of the number of a report. `hidden`: how many of its leads the viewer may not see. */
  behind?: (ReadBehind & { hidden: number }) | undefined;
  next?: string | undefined;
}

/** Leads on a page: their profiles are five read units. */
const PAGE = 10;
/** People that a search alone or the list of what is paused reads, in at most three read units. */
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
  const limit = isNarrowed(question, own) ? MOST_LOOKED_AT : MOST_FOUND;
  const { search, ids, behind, isCut, isPausedCut } = await lookFor(system, question, rows, limit);
  const cutAs = limit === MOST_FOUND ? ('shown' as const) : ('looked' as const);
  const page = findRows(rows.values(), { ...question.filter, ...own, ids }, { order, limit: PAGE, after });
  const cards = await cardsOf(system, page.rows, search);
  const facets = countFacets(rows.values(), own);
  const isTooShort = question.q !== undefined && search === undefined;
  const isHidden = (id: LeadId) => own.wasHandedOver && rows.get(id)?.handover === undefined;
  const hidden = [...(behind?.ids ?? [])].filter(isHidden).length;
  const found = {
    cards,
    total: page.total,
    next: page.next,
    facets,
    isPausedCut,
    isTooShort,
    cut: isCut ? cutAs : undefined,
  };
  return { ...found, behind: behind && { ...behind, hidden } };
}

/**
 * A part of the leads that somebody looks for, for a file: of a search, among the first thousand people that it finds. It
 * is logged before it is read.
 */
export async function exportLeads(
  system: BrowseSystem,
  viewer: Viewer,
  { order, ...question }: LeadQuestion,
  part: Part,
): Promise<LeadCard[]> {
  const { rows } = await system.directory();
  const { search, ids } = await lookFor(system, question, rows, MOST_LOOKED_AT);
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

/** Whether only some of the people that a search finds are in the list. */
function isNarrowed({ filter, paused, counted }: Omit<LeadQuestion, 'order'>, own: DirectoryFilter): boolean {
  return Object.values({ ...filter, ...own, paused, counted }).some((value) => value !== undefined);
}

/** The names of what was asked: a value may be a person's name. */
function namesOf({ filter, ...asked }: Omit<LeadQuestion, 'order'>): string {
  const all = Object.entries({ ...asked, ...filter }).filter(([, value]) => value !== undefined);
  return all
    .map(([name]) => name)
    .sort()
    .join(' ');
}

interface Looked {
  search?: SearchText;
  /** Those that the text, the sequence and the number of a report all find; undefined when none is given. */
  ids?: ReadonlySet<LeadId>;
  isCut: boolean;
  isPausedCut: boolean;
  behind?: ReadBehind;
}

async function lookFor(
  system: BrowseSystem,
  { q, paused, counted }: Omit<LeadQuestion, 'order'>,
  rows: Directory['rows'],
  limit: number,
): Promise<Looked> {
  const search = q === undefined ? undefined : readSearch(q);
  const [found, held, behind] = await Promise.all([
    search && findPeople(system, search, { limit }),
    paused === undefined ? undefined : heldEnrolments(system.table, MOST_FOUND + 1),
    counted && readBehind(system, counted, rows),
  ]);
  const own = held
    ?.slice(0, MOST_FOUND)
    .filter(({ sequence }) => sequence === paused)
    .map(({ lead }) => lead);
  const isTooShort = q !== undefined && search === undefined;
  const sets = [isTooShort ? [] : found?.ids, own, behind?.ids].flatMap((ids) => (ids ? new Set(ids) : []));
  const ids = sets.reduce<Set<LeadId> | undefined>((all, one) => all?.intersection(one) ?? one, undefined);
  const cut = { isCut: found?.next !== undefined, isPausedCut: (held?.length ?? 0) > MOST_FOUND };
  return { ...(search && { search }), ...(ids && { ids }), ...cut, ...(behind && { behind }) };
}

async function readBehind(system: BrowseSystem, counted: CountedNumber, rows: Directory['rows']) {
  const { readLeadsBehind } = await import('../reports/read-leads-behind.ts');
  return readLeadsBehind(system, counted, rows.values());
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
