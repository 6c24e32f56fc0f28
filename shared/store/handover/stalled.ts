import * as z from 'zod/mini';
import { table as contract, LEAD_SHARDS } from '../../contract/table.ts';
import type { Candidate, Rank } from '../../domain/handover/stalled/rank.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { Entity } from '../entity.ts';
import { leadOfKey } from '../keys.ts';
import { queryPage } from '../query.ts';
import type { Table } from '../table.ts';

const { partitionKey, sortKey } = contract.indexes.byStage;
/** Leads ranked by their chance, and leads ranked by their score. */
const LISTS = ['c', 's'] as const;

/** A lead that waits to be offered to sales. Its sort key in the index has everything that ranking it again needs. */
export const stalledLeadEntity = new Entity({
  kind: 'stalled lead',
  key: 'L#{lead} / STALLED',
  holds: () => z.custom<Candidate & Rank>(),
  pack: () => ({}),
  written: 'freely',
  byStage: (stalled) => ({
    [partitionKey]: shardKey(stalled.lead.charCodeAt(0) % LEAD_SHARDS),
    [sortKey]: placeOf(stalled),
  }),
  lives: 'while the lead is stalled',
  largest: { bytes: 1_500, why: 'a trait has one campaign' },
});

/** Adds a lead to the list at its current rank. */
export async function putStalled(table: Table, candidate: Candidate, rank: Rank): Promise<void> {
  await stalledLeadEntity.put(table, { lead: candidate.lead }, { ...candidate, ...rank });
}

/** Removes a lead from the list; does nothing if it is not in it. */
export function removeStalled(table: Table, lead: LeadId): Promise<void> {
  return stalledLeadEntity.remove(table, { lead });
}

/** The best leads of each list in each shard, at most `each`. Half a read unit for about twenty. */
export async function bestStalled(table: Table, each: number): Promise<Candidate[]> {
  const shards = Array.from({ length: LEAD_SHARDS }, (_, shard) => shard);
  const pages = shards.flatMap((shard) =>
    LISTS.map((list) =>
      queryPage(
        table,
        { partition: shardKey(shard), beginsWith: list },
        { index: 'byStage', isDescending: true, limit: each },
      ),
    ),
  );
  return (await Promise.all(pages)).flat().map(({ PK, [sortKey]: place }) => {
    const [, score, traits] = place.split('#');
    return {
      lead: leadOfKey(PK),
      score: Number(score),
      traits: Object.fromEntries(new URLSearchParams(traits)),
    };
  });
}

function placeOf({ lead, score, traits, rank, ranked }: Candidate & Rank): string {
  const list = 'chance' in ranked ? 'c' : 's';
  return [list + String(rank).padStart(4, '0'), score, new URLSearchParams(traits), lead].join('#');
}

function shardKey(shard: number): string {
  return `stalled#${shard}`;
}
