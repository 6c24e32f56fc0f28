import type { Bus } from '../gateways/bus.ts';
import { leadOfItem } from '../store/identity/lead-item.ts';
import type { Item, Table } from '../store/table.ts';
import { domainEventsOfChange } from './domain-events-of-change.ts';
import { listStalled } from './handover/list-stalled.ts';
import { recordReportMetrics } from './reports/record-report-metrics.ts';

/** A change of a lead's record: the images before and after it, as the stream gives them. */
export interface Change {
  record: string;
  before?: Item;
  after?: Item;
}

/**
 * Tells the bus what changes of leads mean, then counts it for the reports and lists who is stalled: sales waits for the
 * first.
 * @returns the first record of which not all was done, with the reason. Those after it are not told either: the
 * changes of a lead are told in the order in which they happened.
 */
export async function relayChanges(
  { bus, table }: { bus: Bus; table: Table },
  changes: readonly Change[],
): Promise<{ record: string; reason: unknown } | undefined> {
  for (const { record, ...images } of changes) {
    try {
      const before = images.before && leadOfItem(images.before);
      const after = images.after && leadOfItem(images.after);
      const events = domainEventsOfChange(before, after);
      if (events.length > 0) await bus.put(events);
      await recordReportMetrics(table, before, after);
      await listStalled(table, before, after);
    } catch (reason) {
      return { record, reason };
    }
  }
  return undefined;
}
