import { unmarshall } from '@aws-sdk/util-dynamodb';
import { STAGE_SHARDS, table as schema } from '../contract/table.ts';
import { type ErasedLead, isErased, type Lead } from '../domain/lifecycle/lead.ts';
import type { Instant } from '../domain/time.ts';
import { dueKeys, withoutDueKeys } from './due.ts';
import { leadKey, leadOfKey } from './keys.ts';
import { packDays, unpackDays } from './packed-days.ts';
import type { Item } from './table.ts';

const { partitionKey, sortKey } = schema.indexes.byStage;

/** The item of a lead, or of what remains of an erased one. Days are packed and moments are numbers, to stay within one write unit. */
export function itemOfLead(lead: Lead | ErasedLead): { PK: string; SK: string; version: number } {
  const { id, ...attributes } = lead;
  const key = { PK: leadKey(id), SK: 'LEAD' };
  if (isErased(lead)) return { ...key, ...attributes };
  const { due, permission, started, points, ...others } = attributes as Omit<Lead, 'id'>;
  const short = {
    points: { daily: packDays(points.daily), window: packDays(points.window) },
    ...(permission && { permission: shortMoments(permission) }),
    ...(started && { started: shortMoments(started) }),
  };
  return { ...key, ...others, ...short, ...stageKeys(lead), ...(due && dueKeys(id, due, 'LEAD')) };
}

/** The lead in an item, as the stream or a read gives it. */
export function leadOfItem(item: Item): Lead | ErasedLead {
  const { rest, due } = withoutDueKeys(unmarshall(item));
  const { PK, SK, [partitionKey]: _, [sortKey]: __, points, permission, started, ...others } = rest;
  return {
    id: leadOfKey(PK),
    ...others,
    ...(points && { points: { daily: unpackDays(points.daily), window: unpackDays(points.window) } }),
    ...(permission && { permission: fullMoments(permission) }),
    ...(started && { started: fullMoments(started) }),
    ...(due !== undefined && { due }),
  } as Lead | ErasedLead;
}

function stageKeys({ id, stage, score }: Lead): Record<string, string> {
  const shard = id.charCodeAt(0) % STAGE_SHARDS;
  return { [partitionKey]: `${stage}#${shard}`, [sortKey]: `${String(score).padStart(4, '0')}#${id}` };
}

function shortMoments(moments: object): Record<string, number> {
  return Object.fromEntries(Object.entries(moments).map(([name, at]) => [name, Date.parse(at)]));
}

function fullMoments(moments: Record<string, number>): Record<string, Instant> {
  return Object.fromEntries(Object.entries(moments).map(([name, at]) => [name, new Date(at).toISOString()]));
}
