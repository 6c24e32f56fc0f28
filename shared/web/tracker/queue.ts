import { forget, keys, read, write } from './storage.ts';

export type Props = Record<string, string | number | boolean>;

/** One thing that happened in the browser, as `POST /e` takes it. */
export type BrowserEvent = {
  id: string;
  at: string;
  url: string;
  title: string;
  referrer: string;
  props?: Props | undefined;
} & ({ type: 'page' } | { type: 'track'; name: string });

/** Events of one visitor that go in one request. */
export interface Batch {
  keys: string[];
  body: string;
}

const MOST_EVENTS = 50;
const LIFETIME = 24 * 60 * 60 * 1000;
/** Browsers refuse more than 64 KB in requests that outlive the page; a character takes up to four bytes. */
export const MOST_CHARACTERS = 15_000;

let last = 0;

/**
 * Keeps an event until it is sent. Each has a key of its own, so tabs never overwrite each other's, and
 * the key names its visitor, so that an event stays with the person who was there when it happened.
 */
export function enqueue(visitor: string, event: BrowserEvent): void {
  // Never the same twice, so that the order of events within a millisecond is kept.
  last = Math.max(Date.now(), last + 1);
  write(`e.${last}.${visitor}.${event.id}`, JSON.stringify(event));
}

/** The keys of the events that wait, oldest first. Forgets those that are too old or too many. */
export function waiting(): string[] {
  const all = keys('e.');
  const expired = `e.${Date.now() - LIFETIME}`;
  const kept = all.slice(-MOST_EVENTS).filter((key) => key > expired);
  for (const key of all) if (!kept.includes(key)) forget(key);
  return kept;
}

/** The oldest events of one visitor that are not in flight, or undefined when there are none. */
export function nextBatch(inFlight: string[]): Batch | undefined {
  const free = waiting().filter((key) => !inFlight.includes(key));
  const visitor = free[0]?.split('.')[2];
  const batch: string[] = [];
  let events = '';
  for (const key of free) {
    const event = read(key);
    if (!event || key.split('.')[2] !== visitor) continue;
    if (events && events.length + event.length > MOST_CHARACTERS) break;
    events += events ? `,${event}` : event;
    batch.push(key);
  }
  return events ? { keys: batch, body: `{"visitorId":"${visitor}","events":[${events}]}` } : undefined;
}
