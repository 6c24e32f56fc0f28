import { randomUUID } from 'node:crypto';
import type { Invoker } from '../../lambda/invoker.ts';
import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Resource } from '../../template/resource.ts';
import { type Service, ServiceError } from '../service.ts';
import { isBus, isRule, readRule } from './bus-rule.ts';
import { type Envelope, envelope } from './envelope.ts';
import { type Entry, entryError } from './put-events-entry.ts';

const MAX_BYTES = 256 * 1024;

interface EventsContext {
  resources: readonly Resource[];
  journal: Journal;
  clock: Clock;
  invoker: Invoker;
  region: string;
  accountId: string;
}

export interface Events extends Service {
  /** Puts an event on a bus, as AWS services do. */
  put(entry: Entry): void;
  /** All events that were put, oldest first. */
  passed(): Envelope[];
}

/** EventBridge, with the buses and rules of the template and the default bus. */
export function openEvents(context: EventsContext): Events {
  const { resources, journal, clock, invoker, region, accountId } = context;
  const buses = new Map([['default', 'default']]);
  for (const bus of resources.filter(isBus)) for (const id of [bus.ref, bus.arn]) buses.set(id, bus.ref);
  const rules = resources.filter(isRule).map((resource) => readRule(resource, resources));

  function busOf(entry: Entry): string {
    const bus = buses.get(entry.EventBusName ?? 'default');
    if (bus) return bus;
    throw new ServiceError('ResourceNotFoundException', `Event bus ${entry.EventBusName} does not exist.`);
  }

  /** Stores and delivers the event in one transaction: either the targets have it, or the caller gets an error. */
  function accept(entry: Entry, bus: string): string {
    const event = envelope(entry, { id: randomUUID(), now: clock.now(), region, accountId });
    journal.transaction(() => {
      journal.run('INSERT INTO bus_events (event) VALUES (?)', JSON.stringify(event));
      for (const rule of rules) {
        if (rule.bus !== bus || !rule.matches(event)) continue;
        for (const target of rule.targets) invoker.invokeLater(target, event);
      }
    });
    return event.id;
  }

  function putEvents({ Entries: entries = [] }: { Entries?: Entry[] }) {
    if (entries.length === 0 || entries.length > 10) {
      throw new ServiceError('ValidationException', 'PutEvents takes 1 to 10 entries.');
    }
    if (entries.reduce((total, entry) => total + entrySize(entry), 0) > MAX_BYTES) {
      throw new ServiceError(
        'ValidationException',
        'Total size of the entries in the request is over the limit.',
      );
    }
    const addressed = entries.map((entry) => ({ entry, bus: busOf(entry) }));
    const results = addressed.map(({ entry, bus }) => entryError(entry) ?? { EventId: accept(entry, bus) });
    return { Entries: results, FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length };
  }

  return {
    name: 'events',
    async call(operation, input) {
      if (operation === 'PutEvents') return putEvents(input);
      throw new ServiceError(
        'UnknownOperationException',
        `The twin does not run ${operation} of EventBridge`,
      );
    },
    put: (entry) => void accept(entry, busOf(entry)),
    passed: () =>
      journal
        .all<{ event: string }>('SELECT event FROM bus_events ORDER BY id')
        .map((row) => JSON.parse(row.event)),
  };
}

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size */
function entrySize({ Time, Source = '', DetailType = '', Detail = '', Resources = [] }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((size, text) => size + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}
