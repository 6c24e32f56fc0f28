import { unmarshall } from '@aws-sdk/util-dynamodb';
import { STAGE_SHARDS, table as schema } from '../contract/table.ts';
import { type ErasedLead, isErased, type Lead } from '../domain/lifecycle/lead.ts';
import type { Points } from '../domain/scoring/tally.ts';
import type { Instant } from '../domain/time.ts';
import { dueKeys, withoutDueKeys } from './due.ts';
import { leadKey, leadOfKey } from './keys.ts';
import type { Item } from './table.ts';

const { partitionKey, sortKey } = schema.indexes.byStage;
const DAY_MS = 86_400_000;

/** The item of a lead, or of what remains of an erased one. Days and moments are numbers, to stay within one write unit. */
export function itemOfLead(lead: Lead | ErasedLead): { PK: string; SK: string; version: number } {
  const { id, ...attributes } = lead;
  const key = { PK: leadKey(id), SK: 'LEAD' };
  if (isErased(lead)) return { ...key, ...attributes };
  const { due, permission, started, points, ...others } = attributes as Omit<Lead, 'id'>;
  const short = {
    points: shortDays(points),
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
    ...(points && { points: fullDays(points) }),
    ...(permission && { permission: fullMoments(permission) }),
    ...(started && { started: fullMoments(started) }),
    ...(due !== undefined && { due }),
  } as Lead | ErasedLead;
}

function stageKeys({ id, stage, score }: Lead): Record<string, string> {
  const shard = id.charCodeAt(0) % STAGE_SHARDS;
  return { [partitionKey]: `${stage}#${shard}`, [sortKey]: `${String(score).padStart(4, '0')}#${id}` };
}

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

function shortMoments(moments: object): Record<string, number> {
  return Object.fromEntries(Object.entries(moments).map(([name, at]) => [name, Date.parse(at)]));
}

function fullMoments(moments: Record<string, number>): Record<string, Instant> {
  return Object.fromEntries(Object.entries(moments).map(([name, at]) => [name, new Date(at).toISOString()]));
}
