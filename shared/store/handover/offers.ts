import * as z from 'zod/mini';
import { type Day, endOfDaySeconds, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { leadId } from '../schema.ts';
import type { Table, Written } from '../table.ts';

const KEPT_DAYS = 100;

const offered = () =>
  z.object({
    lead: leadId,
    ranked: z.union([
      z.object({ chance: z.number() }),
      z.object({ won: z.number(), lost: z.number(), enough: z.number() }),
    ]),
  });

/** A lead that was chosen, and why. */
export type Offered = z.infer<ReturnType<typeof offered>>;

/** The stalled leads that sales is offered in a week. */
export const offerEntity = new Entity({
  kind: 'offer of a week',
  key: 'SALES / OFFER#{monday}',
  holds: () => z.object({ offered: z.array(offered()) }),
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
