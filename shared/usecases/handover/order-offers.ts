import { nextOfferAt } from '../../domain/handover/stalled/offer-time.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlaybookContent } from '../../playbook/playbook.ts';
import { getOfferSchedule, putOfferSchedule } from '../../store/handover/offers.ts';
import type { Table } from '../../store/table.ts';

/** Orders that sales be offered stalled leads at the day and time of the agreement. Ordered again, only these change. */
export async function orderOffers(
  { table, now }: { table: Table; now: () => Instant },
  { agreement }: Pick<PlaybookContent, 'agreement'>,
): Promise<void> {
  const order = await getOfferSchedule(table);
  // What is due already is still to be done, and then goes by the new agreement.
  if (order !== undefined && order.due <= now()) return;
  const due = nextOfferAt(agreement, now());
  if (order?.due !== due) await putOfferSchedule(table, { version: (order?.version ?? 0) + 1, due });
}
