import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Profile } from '../../domain/identity/profile.ts';
import type { Voice, Voices } from '../../domain/identity/trust.ts';
import { languages } from '../../domain/language.ts';
import type { Instant } from '../../domain/time.ts';
import { getAll } from '../batch.ts';
import { Entity } from '../entity.ts';
import { leadId, optional, schemaOf, text, texts } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

const claim = () =>
  z.looseObject({
    ...{ value: text, at: text, source: text },
    ...{ by: optional(text), colleague: optional(text), asked: optional(text) },
  });
const voice = () =>
  z.looseObject({
    since: optional(text),
    asked: optional(text),
    confirmed: optional(text),
    landed: optional(text),
  });
const proof = () =>
  z.looseObject({
    wording: text,
    page: text,
    subjects: optional(z.array(text)),
    at: text,
    form: text,
    imported: optional(z.literal(true)),
    confirmedAt: optional(text),
  });

/** Who a lead is. */
export const profileEntity = new Entity({
  kind: 'profile of a lead',
  key: 'L#{lead} / PROFILE',
  holds: () =>
    schemaOf<Profile>()(
      z.looseObject({
        id: leadId,
        version: z.number(),
        email: text,
        values: z.record(text, claim()),
        heard: optional(z.record(text, z.array(claim()))),
        voices: optional(z.record(text, voice())),
        clickedAt: optional(text),
        permissions: z.array(proof()),
        forms: optional(texts),
        raised: optional(z.array(text)),
        createdAt: text,
        locale: z.enum(languages),
        languages: optional(z.array(claim())),
      }),
    ),
  pack: ({ id: _, ...profile }) => profile,
  unpack: ({ voices, ...attributes }, { lead }) => ({
    ...{ id: lead, ...attributes },
    ...(voices && { voices: voicesOf(voices, attributes.permissions) }),
  }),
  written: 'by version',
  lives: 'until the lead is erased',
  largest: {
    bytes: 40_000,
    why: 'at most six claims on each field, of 200 characters; 18 voices; the last proofs of permission',
  },
});

/**
 * Voices as they are stored. Before they had proofs, there was only a moment for each browser, and its permission told
 * whether it was confirmed.
 */
function voicesOf(
  stored: Readonly<Record<string, string | Voice>>,
  proofs: readonly { by?: string; confirmedAt?: Instant }[],
): Voices {
  const entries = Object.entries(stored).map(([name, voice]) => {
    if (typeof voice !== 'string') return [name, voice];
    const confirmed = proofs.find(({ by, confirmedAt }) => by === name && confirmedAt)?.confirmedAt;
    return [name, { since: voice, ...(confirmed && { confirmed }) }];
  });
  return Object.fromEntries(entries);
}

/** The profile of a lead; undefined when there is none. */
export function getProfile(table: Table, id: LeadId, options?: ReadOptions): Promise<Profile | undefined> {
  return profileEntity.get(table, { lead: id }, options);
}

/** Writes a profile over the version it was made from, `profile.version - 1`; version 1 must be the first. */
export function putProfile(table: Table, profile: Profile): Promise<Written> {
  return profileEntity.put(table, { lead: profile.id }, profile);
}

/** The profiles of some leads, of those that have one. Eventually consistent: half a read unit each. */
export async function profilesOf(table: Table, ids: readonly LeadId[]): Promise<Map<LeadId, Profile>> {
  const items = await getAll(
    table,
    ids.map((lead) => profileEntity.keyOf({ lead })),
  );
  const profiles = items.map((item) => profileEntity.read(item));
  return new Map(profiles.map((profile) => [profile.id, profile]));
}
