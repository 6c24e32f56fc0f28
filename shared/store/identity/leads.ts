import type { LeadId } from '../../domain/identity/ids.ts';
import type { ErasedLead, Lead } from '../../domain/identity/lead.ts';
import { leadOfKey } from '../keys.ts';
import { queryPage } from '../query.ts';
import type { ReadOptions, Table, Written } from '../table.ts';
import { leadEntity, leadShard } from './lead-entity.ts';

/** A lead, or what remains of an erased one; undefined when there never was one. */
export function getLead(
  table: Table,
  id: LeadId,
  options?: ReadOptions,
): Promise<Lead | ErasedLead | undefined> {
  return leadEntity.get(table, { lead: id }, options);
}

/**
 * Writes a lead over the version it was made from, `lead.version - 1`; version 1 must be the first.
 * If several processes read the same version, exactly one of them gets `written`.
 */
export function putLead(table: Table, lead: Lead | ErasedLead): Promise<Written> {
  return leadEntity.put(table, { lead: lead.id }, lead);
}

/** One page of a shard of all leads, in an order that never changes, after a place. Half a read unit for some 40. */
export async function allLeadsOfShard(
  table: Table,
  { shard, after, limit }: { shard: number; after: string; limit: number },
): Promise<(Pick<Lead, 'id' | 'band'> & { place: string })[]> {
  const range = { partition: leadShard(shard), between: [`${after} `, '~'] } as const;
  const items = await queryPage(table, range, { index: 'byLead', limit });
  return items.map(({ PK, band }) => ({ id: leadOfKey(PK), band, place: PK }));
}
