import type { Bus } from '../gateways/bus.ts';
import { leadOfItem } from '../store/lead-item.ts';
import type { Item } from '../store/table.ts';
import { announce } from './announce.ts';

/** A change of a lead's record: the images before and after it, as the stream gives them. */
export interface Change {
  record: string;
  before?: Item;
  after?: Item;
}

/**
 * Tells the bus what changes of leads mean.
 * @returns the first record that could not be told, with the reason. Those after it are not told either: the
 * changes of a lead are told in the order in which they happened.
 */
export async function relayChanges(
  { bus }: { bus: Bus },
  changes: readonly Change[],
): Promise<{ record: string; reason: unknown } | undefined> {
  for (const { record, before, after } of changes) {
    try {
      const events = announce(before && leadOfItem(before), after && leadOfItem(after));
      if (events.length > 0) await bus.put(events);
    } catch (reason) {
      return { record, reason };
    }
  }
  return undefined;
}
