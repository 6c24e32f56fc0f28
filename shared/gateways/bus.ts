import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SOURCE } from '../contract/bus.ts';
import type { DomainEvent } from '../contract/domain-events.ts';

/** EventBridge takes ten entries a call. */
const ENTRIES = 10;

/** Where domain events are told. */
export interface Bus {
  /** @throws when one of them was refused: tell them all again. */
  put(events: readonly DomainEvent[]): Promise<void>;
}

/** The event bus of the stack. Make it once per process. */
export function eventBus(name: string, given?: EventBridgeClient): Bus {
  let client = given;
  return {
    async put(events) {
      // Loaded at the first event: most of what starts is the SDK, and most changes tell nobody anything.
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
        const answer = await client.send(new sdk.PutEventsCommand({ Entries }));
        if (answer.FailedEntryCount) {
          const code = answer.Entries?.find((entry) => entry.ErrorCode)?.ErrorCode;
          throw new Error(`The bus refused ${answer.FailedEntryCount} of ${Entries.length} events: ${code}`);
        }
      }
    },
  };
}
