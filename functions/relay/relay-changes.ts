import type { Bus } from '../../shared/gateways/webhooks/bus.ts';
import { leadEntity } from '../../shared/store/identity/lead-entity.ts';
import type { Item, Table } from '../../shared/store/table.ts';
import { listStalled } from '../../shared/usecases/handover/list-stalled.ts';
import { recordReportMetrics } from '../../shared/usecases/reports/record-report-metrics.ts';
import { domainEventsOfChange } from './domain-events-of-change.ts';

/** A change of a lead's record, with its images as the stream gives them. */
export interface Change {
  record: string;
  before?: Item;
  after?: Item;
}

/**
 * Publishes what changed about leads, then updates the report counters and the list of stalled leads. The bus comes
 * first: sales waits for it.
 * @returns the first record that failed, with the reason. The records after it are left alone, so the changes of a
 * lead are published in order.
 */
export async function relayChanges(
  { bus, table }: { bus: Bus; table: Table },
  changes: readonly Change[],
): Promise<{ record: string; reason: unknown } | undefined> {
  for (const { record, ...images } of changes) {
    try {
      const before = images.before && leadEntity.valueOf(images.before);
      const after = images.after && leadEntity.valueOf(images.after);
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
