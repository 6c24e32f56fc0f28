import { unmarshall } from '@aws-sdk/util-dynamodb';
import { STAGE_SHARDS, table as schema } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
import { dueKeys, withoutDueKeys } from '../due.ts';
import { leadKey, leadOfKey } from '../keys.ts';
import { packMoments, unpackMoments } from '../packed-moments.ts';
import { packDays, unpackDays } from '../scoring/packed-days.ts';
import type { Item } from '../table.ts';
import { withMoments, withoutMoments } from './lead-moments.ts';

const { partitionKey, sortKey } = schema.indexes.byStage;

/** The item of a lead, or of what remains of an erased one. Days and moments are packed, to stay within one write unit. */
export function itemOfLead(lead: Lead | ErasedLead): { PK: string; SK: string; version: number } {
  const { id, ...attributes } = lead;
  const key = { PK: leadKey(id), SK: 'LEAD' };
  if (isErased(lead)) return { ...key, ...attributes };
  const { version, due, started, points, ...others } = attributes as Omit<Lead, 'id'>;
  const { rest, moments } = withoutMoments(others);
  const short = {
    at: moments,
    points: { daily: packDays(points.daily), window: packDays(points.window) },
    ...(started && { started: packMoments(started) }),
  };
  return { ...key, version, ...rest, ...short, ...stageKeys(lead), ...(due && dueKeys(id, due, 'LEAD')) };
}

/** The lead in an item, as the stream or a read gives it. */
export function leadOfItem(item: Item): Lead | ErasedLead {
  const { rest, due } = withoutDueKeys(unmarshall(item));
  const { PK, SK, [partitionKey]: _, [sortKey]: __, ...attributes } = rest;
  const id = leadOfKey(PK) as LeadId;
  if (!('stage' in attributes)) return { id, ...attributes } as ErasedLead;
  const { points, started, at, ...others } = attributes;
  const lead = {
    ...{ id, stageAt: '', bandAt: '', ...withMoments(others, at) },
    points: { daily: unpackDays(points.daily), window: unpackDays(points.window) },
    ...(started && { started: unpackMoments(started) }),
    ...(due !== undefined && { due }),
  };
  return lead as Lead;
}

function stageKeys({ id, stage, score }: Lead): Record<string, string> {
  const shard = id.charCodeAt(0) % STAGE_SHARDS;
  return { [partitionKey]: `${stage}#${shard}`, [sortKey]: `${String(score).padStart(4, '0')}#${id}` };
}
