import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { STAGE_SHARDS, table as schema } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { ErasedLead, Lead, Stage } from '../../domain/identity/lead.ts';
import { leadKey, leadOfKey } from '../keys.ts';
import { type Copy, putVersion, type Table, type Written } from '../table.ts';
import { itemOfLead, leadOfItem } from './lead-item.ts';

const index = schema.indexes.byStage;

/** A lead, or what remains of an erased one; undefined when there never was one. */
export async function getLead(
  table: Table,
  id: LeadId,
  { isConsistent = true }: Copy = {},
): Promise<Lead | ErasedLead | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK: leadKey(id), SK: 'LEAD' }),
    ConsistentRead: isConsistent,
  });
  return Item && leadOfItem(Item);
}

/**
 * Writes a lead over the version it was made from, `lead.version - 1`; version 1 must be the first.
 * Of everybody who read the same version exactly one is told `written`.
 */
export function putLead(table: Table, lead: Lead | ErasedLead): Promise<Written> {
  return putVersion(table, itemOfLead(lead));
}

/** A lead as the list of its stage shows it, with its place in the list. */
export interface ListedLead {
  id: LeadId;
  place: string;
  fit: Lead['fit'];
  readiness: Lead['readiness'];
  playbook: number;
}

/** One page of the leads of a stage in one shard, highest score first, after a place. Half a read unit for some 25. */
export async function leadsOfShard(
  table: Table,
  where: { stage: Stage; shard: number; after?: string; limit: number },
): Promise<ListedLead[]> {
  const { Items = [] } = await table.call('Query', {
    TableName: table.name,
    IndexName: index.name,
    KeyConditionExpression: where.after === undefined ? '#p = :p' : '#p = :p AND #s < :after',
    ExpressionAttributeNames: {
      '#p': index.partitionKey,
      ...(where.after === undefined ? {} : { '#s': index.sortKey }),
    },
    ExpressionAttributeValues: marshall(
      { ':p': `${where.stage}#${where.shard}`, ':after': where.after },
      { removeUndefinedValues: true },
    ),
    ScanIndexForward: false,
    Limit: where.limit,
  });
  return Items.map((item) => {
    const { PK, [index.sortKey]: place, fit, readiness, playbook } = unmarshall(item);
    return { id: leadOfKey(PK) as LeadId, place, fit, readiness, playbook };
  });
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
