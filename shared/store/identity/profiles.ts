import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Profile } from '../../domain/identity/profile.ts';
import { languages } from '../../domain/language.ts';
import { ITEM_LIMIT } from '../declaration.ts';
import { Entity } from '../entity.ts';
import { leadId, optional, schemaOf, text, texts } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

const claim = () => z.looseObject({ value: text, at: text, source: text, by: optional(text) });
const proof = () =>
  z.looseObject({
    wording: text,
    page: text,
    at: text,
    form: text,
    eventId: text,
    by: optional(text),
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
        voices: optional(texts),
        permissions: z.array(proof()),
        forms: optional(texts),
        createdAt: text,
        locale: z.enum(languages),
        languages: optional(z.array(claim())),
      }),
    ),
  pack: ({ id: _, ...profile }) => profile,
  unpack: (attributes, { lead }) => ({ id: lead, ...attributes }),
  written: 'by version',
  lives: 'until the lead is erased',
  largest: { bytes: ITEM_LIMIT, why: 'grows by some 300 bytes with each consent proof' },
});

/** The profile of a lead; undefined when there is none. */
export function getProfile(table: Table, id: LeadId, options?: ReadOptions): Promise<Profile | undefined> {
  return profileEntity.get(table, { lead: id }, options);
}

/** Writes a profile over the version it was made from, `profile.version - 1`; version 1 must be the first. */
export function putProfile(table: Table, profile: Profile): Promise<Written> {
  return profileEntity.put(table, { lead: profile.id }, profile);
}
