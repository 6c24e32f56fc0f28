import * as z from 'zod/mini';
import type { RankBasis } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type Day, endOfDaySeconds, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { leadId, schemaOf } from '../schema.ts';
import type { Table, Written } from '../table.ts';

const KEPT_DAYS = 100;

/** A lead that was chosen, and why. */
export interface Offered {
  lead: LeadId;
  ranked: RankBasis;
}

/** The stalled leads that sales is offered in a week. */
export const offerEntity = new Entity({
  kind: 'offer of a week',
  key: 'SALES / OFFER#{monday}',
  holds: () =>
    schemaOf<{ offered: Offered[] }>()(
      z.looseObject({
        offered: z.array(
          z.looseObject({
            lead: leadId,
            ranked: z.union([
              z.looseObject({ chance: z.number() }),
              z.looseObject({ won: z.number(), lost: z.number(), enough: z.number() }),
            ]),
          }),
        ),
      }),
    ),
  written: 'once',
  lives: `${KEPT_DAYS} days`,
  expires: ({ monday }) => endOfDaySeconds(plusDays(monday, KEPT_DAYS)),
  largest: { bytes: 10_000, why: 'the playbook says how many leads a week, each some 90 bytes' },
});

/** Stores the offer for the week of a Monday, unless there is one. */
export function putOffer(table: Table, monday: Day, offered: readonly Offered[]): Promise<Written> {
  return offerEntity.put(table, { monday }, { offered: [...offered] });
}

/** The offer for the week of a Monday; undefined when there is none yet. */
export async function getOffer(table: Table, monday: Day): Promise<Offered[] | undefined> {
  return (await offerEntity.get(table, { monday }))?.offered;
}
