import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SOURCE } from '../../contract/bus.ts';
import type { DomainEvent } from '../../contract/domain-events.ts';

/** EventBridge takes ten entries a call. */
const ENTRIES = 10;

/** Publishes domain events. */
export interface Bus {
  /** @throws when an event was refused: publish all of them again. */
  put(events: readonly DomainEvent[]): Promise<void>;
}

/** The event bus of the stack. Create it once per process. */
export function eventBus(name: string, given?: EventBridgeClient): Bus {
  let client = given;
  return {
    async put(events) {
      // Loaded at the first event: the SDK dominates the cold start, and most changes publish nothing.
      const sdk = await import('@aws-sdk/client-eventbridge');
      client ??= new sdk.EventBridgeClient({});
      for (let start = 0; start < events.length; start += ENTRIES) {
        const Entries = events.slice(start, start + ENTRIES).map(({ type, detail }) => ({
          EventBusName: name,
          Source: SOURCE,
          DetailType: type,
          Time: new Date(detail.at),
          Detail: JSON.stringify(detail),
        }));
        const response = await client.send(new sdk.PutEventsCommand({ Entries }));
        if (response.FailedEntryCount) {
          const code = response.Entries?.find((entry) => entry.ErrorCode)?.ErrorCode;
          throw new Error(
            `The bus refused ${response.FailedEntryCount} of ${Entries.length} events: ${code}`,
          );
        }
      }
    },
  };
}
