import type { LeadSummary } from '../../../contract/api.ts';
import type { ListQuery } from '../../../contract/api-requests.ts';
import { findRows } from '../../../domain/identity/directory/find.ts';
import type { HideBeginnings } from '../../../domain/identity/search/hidden-places.ts';
import { isFoundBy, type SearchText } from '../../../domain/identity/search/search-text.ts';
import { leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import { leadSummary } from '../lead-summary.ts';
import type { ListSystem } from '../list-leads.ts';
import { findPeople, type SearchPlace } from './find-people.ts';

export type FindSystem = ListSystem & { hideBeginnings: HideBeginnings };

/**
 * One page of the leads that a search finds and a filter lets through, highest score first within the page. A page may be
 * shorter than its limit and yet have a next one.
 */
export async function findLeads(
  system: FindSystem,
  search: SearchText,
  { limit, q: _, cursor: __, ...filter }: ListQuery,
  after?: SearchPlace,
): Promise<{ leads: LeadSummary[]; next?: SearchPlace }> {
  const [{ ids, next }, { rows }] = await Promise.all([
    findPeople(system, search, { limit, ...(after && { after }) }),
    system.directory(),
  ]);
  const people = ids.flatMap((id) => rows.get(id) ?? []);
  const { rows: found } = findRows(people, filter, { order: 'score', limit: ids.length });
  const cards = await leadsWithProfiles(
    system.table,
    found.map(({ id }) => id),
  );
  const playbook = await system.playbook();
  const now = system.now();
  const right = cards.filter(({ profile }) => isFoundBy(search, profile));
  const leads = await Promise.all(right.map((card) => leadSummary(system.table, card, playbook, now)));
  return { leads, ...(next && { next }) };
}
