import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { STAGE_SHARDS, table as schema } from '../contract/table.ts';
import type { LeadId } from '../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead, type Stage } from '../domain/lifecycle/lead.ts';
import type { Points } from '../domain/scoring/tally.ts';
import { leadKey, leadOfKey } from './keys.ts';
import { type Item, putVersion, type Table, type Written } from './table.ts';

const index = schema.indexes.byStage;
const DAY_MS = 86_400_000;

/** A lead, or what remains of an erased one; undefined when there never was one. Strongly consistent. */
export async function getLead(table: Table, id: LeadId): Promise<Lead | ErasedLead | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK: leadKey(id), SK: 'LEAD' }),
    ConsistentRead: true,
  });
  return Item && leadOfItem(Item);
}

/**
 * Writes a lead over the version it was made from, `lead.version - 1`; version 1 must be the first.
 * Of everybody who read the same version exactly one is told `written`.
 */
export function putLead(table: Table, lead: Lead | ErasedLead): Promise<Written> {
  const { id, ...attributes } = lead;
  const derived = isErased(lead) ? {} : { points: shortDays(lead.points), ...stageKeys(lead) };
  return putVersion(table, { PK: leadKey(id), SK: 'LEAD', ...attributes, ...derived });
}

/** The lead in an item, as the stream or a read gives it. */
export function leadOfItem(item: Item): Lead | ErasedLead {
  const { PK, SK, [index.partitionKey]: _, [index.sortKey]: __, ...lead } = unmarshall(item);
  if (lead.points) lead.points = fullDays(lead.points);
  return { id: leadOfKey(PK), ...lead } as Lead | ErasedLead;
}

/** A lead as the list of its stage shows it, with its place in the list. */
export interface Listed {
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
): Promise<Listed[]> {
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
): Promise<Listed[]> {
  const shards = Array.from({ length: STAGE_SHARDS }, (_, shard) => leadsOfShard(table, { ...where, shard }));
  const leads = (await Promise.all(shards)).flat();
  return leads.sort((a, b) => (a.place > b.place ? -1 : 1)).slice(0, where.limit);
}

/** Days as numbers since 1970, so that a lead with points on every day of the window stays within one write unit. */
function shortDays({ daily, window }: Points): Points {
  const short = (days: Points['daily']) => mapKeys(days, (day) => String(Date.parse(day) / DAY_MS));
  return { daily: short(daily), window: short(window) };
}

function fullDays({ daily, window }: Points): Points {
  const full = (days: Points['daily']) =>
    mapKeys(days, (number) => new Date(Number(number) * DAY_MS).toISOString().slice(0, 10));
  return { daily: full(daily), window: full(window) };
}

function mapKeys(record: Record<string, number>, key: (old: string) => string): Record<string, number> {
  return Object.fromEntries(Object.entries(record).map(([old, value]) => [key(old), value]));
}

function stageKeys(lead: Lead): Record<string, string> {
  const shard = lead.id.charCodeAt(0) % STAGE_SHARDS;
  return {
    [index.partitionKey]: `${lead.stage}#${shard}`,
    [index.sortKey]: `${String(lead.score).padStart(4, '0')}#${lead.id}`,
  };
}
