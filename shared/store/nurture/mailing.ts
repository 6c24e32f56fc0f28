import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type Mailing, SUPPRESSION_REASONS } from '../../domain/nurture/mailing.ts';
import { Entity } from '../entity.ts';
import { leadId, optional, schemaOf, text, texts } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';
import { untilWritten } from '../until-written.ts';

/** Whether a person may be mailed, apart from consent. */
export const mailingEntity = new Entity({
  kind: 'mailing state of a lead',
  key: 'L#{lead} / MAILING',
  holds: () =>
    schemaOf<Mailing>()(
      z.looseObject({
        lead: leadId,
        version: z.number(),
        recent: z.array(text),
        subjects: z.record(text, z.boolean()),
        pausedUntil: optional(text),
        suppressed: optional(
          z.looseObject({ why: z.enum(SUPPRESSION_REASONS), at: text, tried: optional(text) }),
        ),
        stops: optional(z.partialRecord(z.enum(SUPPRESSION_REASONS), text)),
        acceptedAt: optional(text),
        welcomedAt: optional(text),
        softBounces: z.number(),
        softBounced: optional(texts),
        lastSoftBounce: optional(text),
      }),
    ),
  pack: ({ lead: _, ...mailing }) => mailing,
  unpack: (attributes, { lead }) => ({ lead, ...attributes }),
  written: 'by version',
  lives: 'until the lead is erased',
  largest: { bytes: 3_000, why: 'the last 20 moments, five mails, and the subjects of the playbook' },
});

/** The mailing state of a lead; the initial one when it never got mail. */
export async function getMailing(table: Table, lead: LeadId, options?: ReadOptions): Promise<Mailing> {
  const mailing = await mailingEntity.get(table, { lead }, options);
  return mailing ?? { lead, version: 0, recent: [], subjects: {}, softBounces: 0 };
}

/** Writes it over the version it was made from, `mailing.version - 1`; version 1 must be the first. */
export function putMailing(table: Table, mailing: Mailing): Promise<Written> {
  return mailingEntity.put(table, { lead: mailing.lead }, mailing);
}

/** Removes it, of an erased person. */
export function removeMailing(table: Table, lead: LeadId): Promise<void> {
  return mailingEntity.remove(table, { lead });
}

/**
 * Applies a change, and retries when another process writes meanwhile. Writes nothing when the change returns its input.
 * @throws when another process wrote during every attempt
 */
export async function changeMailing(
  table: Table,
  lead: LeadId,
  change: (mailing: Mailing) => Mailing,
): Promise<Mailing> {
  return untilWritten(async () => {
    const before = await getMailing(table, lead);
    const changed = change(before);
    if (changed === before) return before;
    const after = { ...changed, version: before.version + 1 };
    return (await putMailing(table, after)) === 'written' ? after : 'conflict';
  });
}
