import type { ListQuery } from '../../../contract/api-requests.ts';
import type { HideBeginnings } from '../../../domain/identity/search/hidden-places.ts';
import { isFoundBy, type SearchText } from '../../../domain/identity/search/search-text.ts';
import { type LeadPage, type ListSystem, listLeads } from '../list-leads.ts';
import { findPeople, MOST_FOUND } from './find-people.ts';
import type { SearchPage } from './search-cursor.ts';

export type FindSystem = ListSystem & { hideBeginnings: HideBeginnings };

export interface FoundLeads extends Omit<LeadPage, 'next'> {
  /** Whether more people are found than `total` counts: then pages go on with those, also highest score first. */
  isMore: boolean;
  next?: SearchPage;
}

/**
 * One page of the leads that a search finds and a filter lets through, highest score first. Of more people than one look
 * finds, the first ones come first, by their words: for 100,000 leads a name of three letters is seldom that frequent.
 */
export async function findLeads(
  system: FindSystem,
  search: SearchText,
  query: Omit<ListQuery, 'q' | 'cursor'>,
  { look, after }: SearchPage = {},
): Promise<FoundLeads> {
  const { ids, next: nextLook } = await findPeople(system, search, {
    ...{ limit: MOST_FOUND, ...(look && { after: look }) },
  });
  const list = { ...query, q: undefined, cursor: after };
  const { leads, total, next } = await listLeads(system, list, new Set(ids));
  const isFound = ({ email, profile }: (typeof leads)[number]) => {
    const values = Object.entries(profile).map(([field, value]) => [field, { value }]);
    return isFoundBy(search, { email, values: Object.fromEntries(values) });
  };
  const page = next !== undefined ? { ...(look && { look }), after: next } : nextLook && { look: nextLook };
  return {
    ...{ leads: leads.filter(isFound), total, isMore: nextLook !== undefined },
    ...(page && { next: page }),
  };
}
