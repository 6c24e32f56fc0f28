import * as z from 'zod/mini';
import { table as contract, LEAD_SHARDS } from '../../contract/table.ts';
import { RETURN_REASONS } from '../../domain/handover/handover.ts';
import type { Traits } from '../../domain/handover/stalled/traits.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead, STAGES } from '../../domain/identity/lead.ts';
import type { Points } from '../../domain/scoring/points-by-day.ts';
import { dueKeys } from '../due.ts';
import { Entity } from '../entity.ts';
import { packMoments, unpackMoments } from '../packed-moments.ts';
import type { Attributes } from '../query.ts';
import { leadId, optional, schemaOf, text } from '../schema.ts';
import { packPoints, unpackPoints } from '../scoring/packed-points.ts';
import { withMoments, withoutMoments } from './lead-moments.ts';

const { byLead } = contract.indexes;

/** Tells an erasure that has not ended from a lead of which something is due. */
export const ERASE = 'ERASE';

const why = () =>
  z.looseObject({ reason: z.enum(RETURN_REASONS), criterion: optional(text), caught: optional(text) });

const names = () => z.looseObject({ form: optional(text), campaign: optional(text) });

const corrected = () =>
  z.looseObject({
    action: z.number(),
    playbook: optional(z.number()),
    to: optional(text),
    origin: optional(names()),
    traits: optional(z.custom<Traits>()),
    was: optional(why()),
    is: optional(why()),
  });

const handover = () =>
  z.looseObject({
    number: z.number(),
    reason: z.enum(['threshold', 'hand-raiser', 'stalled']),
    status: z.enum(['open', 'accepted', 'returned']),
    openedAt: text,
    token: text,
    score: z.number(),
    scores: optional(z.record(text, z.number())),
    playbook: z.number(),
    to: optional(text),
    via: optional(text),
    ranked: optional(
      z.union([
        z.looseObject({ chance: z.number() }),
        z.looseObject({ won: z.number(), lost: z.number(), enough: z.number() }),
      ]),
    ),
    told: optional(z.enum(['reminder', 'manager'])),
    reached: optional(
      z.looseObject({ sal: optional(text), sql: optional(text), opportunity: optional(text) }),
    ),
    owner: optional(text),
    callBack: optional(z.looseObject({ at: text, by: text, told: optional(z.literal(true)) })),
    origin: optional(names()),
    traits: optional(z.custom<Traits>()),
    corrections: optional(z.number()),
    answer: optional(
      z.looseObject({
        by: text,
        at: text,
        reason: optional(z.enum(RETURN_REASONS)),
        criterion: optional(text),
        caught: optional(text),
      }),
    ),
  });

const lead = () =>
  z.looseObject({
    id: leadId,
    version: z.number(),
    playbook: z.number(),
    stage: z.enum(STAGES),
    stageAt: text,
    fit: z.enum(['good', 'bad', 'unknown']),
    judged: optional(z.literal('bad')),
    readiness: z.enum(['not-ready', 'ready', 'hand-raiser']),
    mail: z.enum(['none', 'pending', 'granted', 'withdrawn']),
    permission: optional(
      z.looseObject({
        asked: optional(text),
        granted: optional(text),
        vouched: optional(text),
        withdrawn: optional(text),
      }),
    ),
    subjects: optional(z.record(text, z.enum(['pending', 'granted']))),
    tracking: z.enum(['granted', 'denied']),
    interest: z.boolean(),
    raisedAt: optional(text),
    points: z.custom<Points>(),
    score: z.number(),
    band: z.enum(['newsletter', 'guides', 'ads', 'call']),
    bandAt: text,
    origin: optional(
      z.looseObject({
        form: optional(text),
        campaign: optional(text),
        campaignAt: optional(text),
        at: text,
      }),
    ),
    handover: optional(handover()),
    stalled: optional(z.literal(true)),
    actions: optional(z.number()),
    returned: optional(
      z.looseObject({
        ...{ reason: z.enum(RETURN_REASONS), at: text, points: z.number() },
        of: optional(z.record(text, z.number())),
      }),
    ),
    lost: optional(z.looseObject({ reason: text, at: text })),
    corrected: optional(corrected()),
    won: optional(z.looseObject({ value: z.number(), currency: optional(text), at: text })),
    started: optional(z.custom<Record<string, string>>()),
    due: optional(text),
    changedAt: text,
    erasedAt: optional(text),
  });

const erased = () => z.looseObject({ id: leadId, version: z.number(), erasedAt: text, due: optional(text) });

/** A lead, or what remains of an erased one. */
export const leadEntity = new Entity({
  kind: 'lead',
  key: 'L#{lead} / LEAD',
  holds: () => schemaOf<Lead | ErasedLead>()(z.union([lead(), erased()])),
  pack,
  unpack: (attributes, key) => unpack(attributes, key.lead),
  written: 'by version',
  byLead: (lead) => (isErased(lead) ? undefined : { [byLead.partitionKey]: leadShard(shardOf(lead.id)) }),
  byDue: (lead) =>
    lead.due ? dueKeys('timers', lead.id, lead.due, isErased(lead) ? ERASE : 'LEAD') : undefined,
  lives: 'for good; of an erased lead only `version` and `erasedAt` remain',
  largest: {
    bytes: 12_000,
    why: 'one campaign, one answer and one reason of sales; points by day are packed, of six scores at most',
  },
});

/** Days and moments are packed, so that a lead costs one write unit. */
function pack({ id: _, ...lead }: Lead | ErasedLead): object {
  if (!('stage' in lead)) return lead;
  const { started, points, subjects, ...others } = lead;
  const { rest, moments } = withoutMoments(others);
  return {
    ...rest,
    at: moments,
    points: packPoints(points),
    ...(started && { started: packMoments(started) }),
    ...(subjects && { about: packSubjects(subjects) }),
  };
}

function unpack({ expiresAt: _, ...attributes }: Attributes, id: string): object {
  if (!('stage' in attributes)) return { id, ...attributes };
  const { points, started, at, about, ...others } = attributes;
  return {
    ...{ id, stageAt: '', bandAt: '', ...withMoments(others, at) },
    points: unpackPoints(points),
    ...(started && { started: unpackMoments(started) }),
    ...(about !== undefined && { subjects: unpackSubjects(about) }),
  };
}

const TO_CONFIRM = '?';

/** The subjects, one a line; those that are not confirmed end in a question mark. */
function packSubjects(subjects: NonNullable<Lead['subjects']>): string {
  const lines = Object.entries(subjects).map(([name, is]) => (is === 'granted' ? name : name + TO_CONFIRM));
  return lines.join('\n');
}

function unpackSubjects(lines: string): NonNullable<Lead['subjects']> {
  const names = lines.split('\n').filter(Boolean);
  return Object.fromEntries(
    names.map((name) => (name.endsWith(TO_CONFIRM) ? [name.slice(0, -1), 'pending'] : [name, 'granted'])),
  );
}

const shardOf = (id: LeadId) => id.charCodeAt(0) % LEAD_SHARDS;

/** The index partition with one shard of all leads. */
export function leadShard(shard: number): string {
  return String(shard);
}
