import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Lead } from '../../domain/identity/lead.ts';
import type { Profile } from '../../domain/identity/profile.ts';
import { getAll } from '../batch.ts';
import type { Table } from '../table.ts';
import { leadEntity } from './lead-entity.ts';
import { profileEntity } from './profiles.ts';

export interface LeadWithProfile {
  lead: Lead;
  profile: Profile;
}

/** Leads with their profiles, in the order of the ids, without those that are erased. */
export async function leadsWithProfiles(table: Table, ids: readonly LeadId[]): Promise<LeadWithProfile[]> {
  const keys = ids.flatMap((lead) => [leadEntity.keyOf({ lead }), profileEntity.keyOf({ lead })]);
  const items = await getAll(table, keys);
  const profiles = items.filter((item) => profileEntity.match(item)).map((item) => profileEntity.read(item));
  const leads = items.filter((item) => leadEntity.match(item)).map((item) => leadEntity.read(item));
  return ids.flatMap((id) => {
    const lead = leads.find((one) => one.id === id);
    const profile = profiles.find((one) => one.id === id);
    return lead === undefined || isErased(lead) || profile === undefined ? [] : [{ lead, profile }];
  });
}
