import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { STAGE_SHARDS, table as schema } from '../../contract/table.ts';
import type { Candidate, Rank } from '../../domain/handover/stalled/rank.ts';
import type { Traits } from '../../domain/handover/stalled/traits.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { leadKey, leadOfKey } from '../keys.ts';
import type { Table } from '../table.ts';

/** Leads that wait to be offered to sales, best first: lists beside those of the stages, in the same index. */
const SK = 'STALLED';
const { name: indexName, partitionKey, sortKey } = schema.indexes.byStage;
/** Those that were ranked by their chance, and those by their score. */
const LISTS = ['c', 's'] as const;

/** Puts a lead in the list, by the rank that it has now. Its place says all that ranking it again takes. */
export async function putStalled(
  table: Table,
  { lead, score, traits }: Candidate,
  { rank, ranked }: Rank,
): Promise<void> {
  const list = 'chance' in ranked ? 'c' : 's';
  const place = [list + String(rank).padStart(4, '0'), score, new URLSearchParams(traits), lead].join('#');
  const shard = lead.charCodeAt(0) % STAGE_SHARDS;
  await table.call('PutItem', {
    TableName: table.name,
    Item: marshall({ PK: leadKey(lead), SK, [partitionKey]: `stalled#${shard}`, [sortKey]: place }),
  });
}

/** Takes a lead off the list; nothing happens when it is not there. */
export async function removeStalled(table: Table, lead: LeadId): Promise<void> {
  await table.call('DeleteItem', { TableName: table.name, Key: marshall({ PK: leadKey(lead), SK }) });
}

/**
 * The first of each list in each shard: at most eight times so many. However long the lists are, forty of one are a
 * read unit.
 */
export async function bestStalled(table: Table, each: number): Promise<Candidate[]> {
  const shards = Array.from({ length: STAGE_SHARDS }, (_, shard) => shard);
  const pages = shards.flatMap((shard) => LISTS.map((list) => firstOf(table, { shard, list, each })));
  return (await Promise.all(pages)).flat();
}

async function firstOf(
  table: Table,
  { shard, list, each }: { shard: number; list: string; each: number },
): Promise<Candidate[]> {
  const { Items = [] } = await table.call('Query', {
    TableName: table.name,
    IndexName: indexName,
    KeyConditionExpression: '#p = :p AND begins_with(#s, :list)',
    ExpressionAttributeNames: { '#p': partitionKey, '#s': sortKey },
    ExpressionAttributeValues: marshall({ ':p': `stalled#${shard}`, ':list': list }),
    ScanIndexForward: false,
    Limit: each,
  });
  return Items.map((item) => {
    const { PK, [sortKey]: place } = unmarshall(item);
    const [, score, traits] = place.split('#');
    const known: Traits = Object.fromEntries(new URLSearchParams(traits));
    return { lead: leadOfKey(PK) as LeadId, score: Number(score), traits: known };
  });
}
