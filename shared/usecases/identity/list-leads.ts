import type { LeadSummary } from '../../contract/api.ts';
import type { ListQuery } from '../../contract/api-requests.ts';
import { findRows } from '../../domain/identity/directory/find.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { leadsWithProfiles } from '../../store/identity/leads-with-profiles.ts';
import type { ReadSystem } from '../lead-system.ts';
import type { DirectorySource } from './directory/directory-source.ts';
import { leadSummary } from './lead-summary.ts';

export interface ListSystem extends ReadSystem {
  directory: DirectorySource;
}

export interface LeadPage {
  leads: LeadSummary[];
  /** How many the filter finds in all. */
  total: number;
  /** Where the next page begins; undefined on the last page. */
  next?: string;
}

/**
 * One page of the leads that a filter finds, highest score first.
 * @param ids those that the filter is for; all by default
 */
export async function listLeads(
  system: ListSystem,
  { limit, cursor, q: _, ...filter }: ListQuery,
  ids?: ReadonlySet<LeadId>,
): Promise<LeadPage> {
  const [{ rows }, playbook] = await Promise.all([system.directory(), system.playbook()]);
  const page = { order: 'score', limit, after: cursor } as const;
  const { rows: found, ...rest } = findRows(rows.values(), { ...filter, ids }, page);
  const cards = await leadsWithProfiles(
    system.table,
    found.map(({ id }) => id),
  );
  const now = system.now();
  const leads = await Promise.all(cards.map((card) => leadSummary(system.table, card, playbook, now)));
  return { leads, ...rest };
}
