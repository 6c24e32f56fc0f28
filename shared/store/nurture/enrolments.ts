import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import {
  END_REASONS,
  type Enrolment,
  type EnrolmentKey,
  HAND_CHANGES,
  WAIT_REASONS,
} from '../../domain/nurture/enrolment/enrolment.ts';
import type { Instant } from '../../domain/time.ts';
import { dayOf } from '../../domain/time.ts';
import { type Due, dueKeys, heldItems, heldKeys } from '../due.ts';
import { Entity } from '../entity.ts';
import type { ItemKey } from '../key-pattern.ts';
import { packMoments, unpackMoments } from '../packed-moments.ts';
import { queryPage } from '../query.ts';
import { leadId, optional, schemaOf, text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

const course = () => ({
  lead: leadId,
  sequence: text,
  startedAt: text,
  version: z.number(),
  sent: z.custom<Record<string, Instant>>(),
  skipped: z.record(text, z.enum(['conditions', 'late', 'refused', 'repeated', 'by-hand'])),
  reached: optional(text),
  shiftDays: z.number(),
  repeats: optional(z.literal(true)),
  held: optional(z.literal(true)),
  byHand: optional(z.looseObject({ did: z.enum(HAND_CHANGES), by: text, at: text, step: optional(text) })),
});
const claim = () =>
  optional(z.looseObject({ mail: text, at: text, step: text, kind: z.enum(['marketing', 'requested']) }));

/** A lead's progress in a sequence. */
export const enrolmentEntity = new Entity({
  kind: 'enrolment',
  key: 'L#{lead} / S#{sequence}#{startedAt}',
  holds: () =>
    schemaOf<Enrolment>()(
      z.discriminatedUnion('status', [
        z.looseObject({
          ...course(),
          status: z.literal('active'),
          claim: claim(),
          due: text,
          planned: text,
          isRequested: optional(z.literal(true)),
          waits: optional(z.enum(WAIT_REASONS)),
        }),
        z.looseObject({ ...course(), status: z.literal('done'), claim: claim() }),
        z.looseObject({ ...course(), status: z.literal('ended'), why: z.enum(END_REASONS) }),
      ]),
    ),
  pack: ({ lead: _, ...enrolment }) => ({
    ...{ ...enrolment, sent: packMoments(enrolment.sent) },
    // The index has the moment of all others; here it has when a colleague paused it.
    ...(enrolment.status === 'active' && enrolment.held && { heldDue: enrolment.due }),
  }),
  unpack: ({ sent, heldDue, ...attributes }, { lead }) => ({
    ...{ lead, ...attributes, sent: unpackMoments(sent) },
    ...(heldDue !== undefined && { due: heldDue }),
  }),
  written: 'by version',
  byDue: (enrolment) => {
    if (enrolment.status !== 'active') return undefined;
    const { lead, due, held, byHand, isRequested } = enrolment;
    const name = `S#${enrolment.sequence}#${keyOf(enrolment).startedAt}`;
    if (held) return heldKeys(lead, byHand?.at ?? due, name);
    return dueKeys(isRequested ? 'enrol' : 'timers', lead, due, name);
  },
  lives: 'until the lead is erased',
  largest: { bytes: 4_000, why: 'the playbook has the steps, some 25 bytes each' },
});

function keyOf({ lead, sequence, startedAt, repeats }: EnrolmentKey) {
  return { lead, sequence, startedAt: repeats ? startedAt : dayOf(startedAt) };
}

/** The enrolment that an item holds, by the item's key; undefined when it is of another kind. */
export function enrolmentOf(key: ItemKey): EnrolmentKey | undefined {
  const found = enrolmentEntity.match(key);
  if (found === undefined) return undefined;
  return { ...found, ...(found.startedAt !== dayOf(found.startedAt) && { repeats: true }) };
}

/** An enrolment; undefined when there is none. */
export function getEnrolment(
  table: Table,
  of: EnrolmentKey,
  options?: ReadOptions,
): Promise<Enrolment | undefined> {
  return enrolmentEntity.get(table, keyOf(of), options);
}

/**
 * Writes an enrolment over the version it was made from, `enrolment.version - 1`; version 1 must be the first. While it
 * is active it is in the list of what is due, or of what colleagues have paused. One write unit up to some twenty steps; two more when `due` changes.
 * @param tried earlier tries that count on
 */
export function putEnrolment(table: Table, enrolment: Enrolment, tried?: Due): Promise<Written> {
  const { tries = 0, since: dueSince, failure } = tried ?? {};
  return enrolmentEntity.put(
    table,
    keyOf(enrolment),
    enrolment,
    tries ? { also: { tries, dueSince, failure } } : {},
  );
}

/**
 * The courses that colleagues have paused, longest ago first. Half a read unit for some twenty; eventually consistent.
 * Those paused before December 2026 are missing until they are written again.
 */
export async function heldEnrolments(table: Table, limit: number): Promise<EnrolmentKey[]> {
  return (await heldItems(table, limit)).flatMap((item) => enrolmentOf(item) ?? []);
}

/** Removes an enrolment of an erased person. */
export function removeEnrolment(table: Table, of: EnrolmentKey): Promise<void> {
  return enrolmentEntity.remove(table, keyOf(of));
}

/** More than anybody begins in years. */
const MOST_READ = 200;
/** About a megabyte, of which only the courses are returned. */
const MOST_SEEN = 4_000;

/**
 * The enrolments of a lead, by sequence, oldest first. Of more than two hundred without those that repeat a request:
 * anybody can send a form by the hundred, and must not hide the courses. Eventually consistent.
 */
export async function enrolmentsOf(table: Table, lead: LeadId): Promise<Enrolment[]> {
  const first = await enrolmentEntity.query(table, { lead }, { limit: MOST_READ });
  if (first.length < MOST_READ) return first;
  const filter = { expression: 'attribute_not_exists(repeats)', values: {} };
  const courses = await queryPage(table, enrolmentEntity.range({ lead }), { limit: MOST_SEEN, filter });
  return courses.map((item) => enrolmentEntity.read(item));
}
