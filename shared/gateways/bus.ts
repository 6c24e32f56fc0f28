import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SOURCE } from '../contract/bus.ts';
import type { DomainEvent } from '../contract/domain-events.ts';

/** EventBridge takes ten entries a call. */
const ENTRIES = 10;

/** Where domain events are told. */
export interface Bus {
  /** @throws when one of them was refused: tell them all again. */
  put(events: readonly DomainEvent[]): Promise<void>;
}

/** The event bus of the stack. */
export function eventBus(client: EventBridgeClient, name: string): Bus {
  return {
    async put(events) {
      for (let start = 0; start < events.length; start += ENTRIES) {
        const Entries = events.slice(start, start + ENTRIES).map(({ type, detail }) => ({
          EventBusName: name,
          Source: SOURCE,
          DetailType: type,
          Time: new Date(detail.at),
          Detail: JSON.stringify(detail),
        }));
        const answer = await client.send(new PutEventsCommand({ Entries }));
        if (answer.FailedEntryCount) {
          const code = answer.Entries?.find((entry) => entry.ErrorCode)?.ErrorCode;
          throw new Error(`The bus refused ${answer.FailedEntryCount} of ${Entries.length} events: ${code}`);
        }
      }
    },
  };
}
