import type { LeadSummary } from '../../../contract/api.ts';
import type { ListQuery } from '../../../contract/api-requests.ts';
import type { HideBeginnings } from '../../../domain/identity/search/hidden-places.ts';
import { isFoundBy, type SearchText } from '../../../domain/identity/search/search-text.ts';
import { leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import type { ReadSystem } from '../../lead-system.ts';
import { leadSummary } from '../lead-summary.ts';
import { findPeople, type SearchPlace } from './find-people.ts';

export type FindSystem = ReadSystem & { hideBeginnings: HideBeginnings };

/**
 * One page of the leads that a search finds and a filter lets through, highest score first within the page. A page may be
 * shorter than its limit and yet have a next one.
 */
export async function findLeads(
  system: FindSystem,
  search: SearchText,
  { limit, stage, fit, readiness, band }: Omit<ListQuery, 'q' | 'cursor'>,
  after?: SearchPlace,
): Promise<{ leads: LeadSummary[]; next?: SearchPlace }> {
  const { ids, next } = await findPeople(system, search, { limit, ...(after && { after }) });
  const cards = (await leadsWithProfiles(system.table, ids)).filter(({ profile }) =>
    isFoundBy(search, profile),
  );
  const playbook = await system.playbook();
  const now = system.now();
  const found = await Promise.all(cards.map((card) => leadSummary(system.table, card, playbook, now)));
  const leads = found
    .filter((lead) => (stage ?? lead.stage) === lead.stage && (fit ?? lead.fit.verdict) === lead.fit.verdict)
    .filter((lead) => (readiness ?? lead.readiness) === lead.readiness)
    .filter(({ score }) => (band ?? score.band) === score.band)
    .sort((a, b) => b.score.total - a.score.total);
  return { leads, ...(next && { next }) };
}
