import type { LeadId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
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
  const stored = await leadsAsStored(table, ids);
  return ids.flatMap((id) => {
    const { lead, profile } = stored.get(id) ?? {};
    return lead === undefined || isErased(lead) || profile === undefined ? [] : [{ lead, profile }];
  });
}

/** The same with what is left of erased leads, and those without a profile. One read unit each; eventually consistent. */
export async function leadsAsStored(
  table: Table,
  ids: readonly LeadId[],
): Promise<Map<LeadId, { lead?: Lead | ErasedLead; profile?: Profile }>> {
  const keys = ids.flatMap((lead) => [leadEntity.keyOf({ lead }), profileEntity.keyOf({ lead })]);
  const stored = new Map<LeadId, { lead?: Lead | ErasedLead; profile?: Profile }>();
  for (const item of await getAll(table, keys)) {
    const part = profileEntity.match(item)
      ? { profile: profileEntity.read(item) }
      : { lead: leadEntity.read(item) };
    const { id } = part.profile ?? part.lead;
    stored.set(id, { ...stored.get(id), ...part });
  }
  return stored;
}
