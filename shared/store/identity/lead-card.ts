import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import type { Mailing } from '../../domain/nurture/mailing.ts';
import { getAll } from '../batch.ts';
import { mailingEntity } from '../nurture/mailing.ts';
import type { ReadOptions, Table } from '../table.ts';
import { leadEntity } from './lead-entity.ts';
import type { LeadWithProfile } from './leads-with-profiles.ts';
import { profileEntity } from './profiles.ts';

/** A lead with who it is, and whether it may be mailed. */
export interface LeadCard extends LeadWithProfile {
  mailing: Mailing;
}

/** The card of a lead; undefined when there is none, or it was erased. Three halves of a read unit by default. */
export async function leadCard(
  table: Table,
  lead: LeadId,
  options?: ReadOptions,
): Promise<LeadCard | undefined> {
  const keys = [leadEntity.keyOf({ lead }), profileEntity.keyOf({ lead }), mailingEntity.keyOf({ lead })];
  const items = await getAll(table, keys, options);
  const find = (entity: { match(item: (typeof items)[number]): object | undefined }) =>
    items.find((item) => entity.match(item));
  const [stored, profile, mailing] = [leadEntity, profileEntity, mailingEntity].map(find);
  const found = stored && leadEntity.read(stored);
  if (found === undefined || isErased(found) || profile === undefined) return undefined;
  return {
    lead: found,
    profile: profileEntity.read(profile),
    mailing: mailing
      ? mailingEntity.read(mailing)
      : { lead, version: 0, recent: [], subjects: {}, softBounces: 0 },
  };
}
