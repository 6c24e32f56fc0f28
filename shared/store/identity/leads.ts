import { table as contract, STAGE_SHARDS } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { ErasedLead, Lead, Stage } from '../../domain/identity/lead.ts';
import { leadOfKey } from '../keys.ts';
import { queryPage } from '../query.ts';
import type { ReadOptions, Table, Written } from '../table.ts';
import { leadEntity, leadShard, stageShard } from './lead-entity.ts';

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

/** A lead's projection in the index, with its place in the list. */
export interface ListedLead extends Pick<Lead, 'id' | 'fit' | 'readiness' | 'playbook'> {
  place: string;
}

/** One page of the leads of a stage in one shard, highest score first, after a place. Half a read unit for some 25. */
export async function leadsOfShard(
  table: Table,
  { stage, shard, after, limit }: { stage: Stage; shard: number; after?: string; limit: number },
): Promise<ListedLead[]> {
  const range = { partition: stageShard(stage, shard), ...(after !== undefined && { before: after }) };
  const items = await queryPage(table, range, { index: 'byStage', isDescending: true, limit });
  return items.map(({ PK, [contract.indexes.byStage.sortKey]: place, fit, readiness, playbook }) => ({
    ...{ id: leadOfKey(PK), place, fit, readiness, playbook },
  }));
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

/** One page of the leads of a stage over all its shards, highest score first, after a place. */
export async function leadsByStage(
  table: Table,
  where: { stage: Stage; after?: string; limit: number },
): Promise<ListedLead[]> {
  const shards = Array.from({ length: STAGE_SHARDS }, (_, shard) => leadsOfShard(table, { ...where, shard }));
  const leads = (await Promise.all(shards)).flat();
  return leads.sort((a, b) => (a.place > b.place ? -1 : 1)).slice(0, where.limit);
}
