import { LIFETIME_MS, MOST_CHARACTERS, MOST_EVENTS } from './limits.ts';
import { forget, keys, read, write } from './storage.ts';
import { isAnonymous } from './visitor.ts';

export type Props = Record<string, string | number | boolean>;

/** An event as `POST /e` takes it. */
export type BrowserEvent = {
  id: string;
  at: string;
  url: string;
  title: string;
  referrer: string;
  props?: Props | undefined;
} & What;

/** A stay tells for how many seconds a page was seen. Its id is its place in the queue, and has an `s`. */
export type What =
  | { type: 'page' }
  | { type: 'stay'; id: string; url: string; seconds: number }
  | { type: 'track'; name: string };

/** Events of one visitor for one request. */
export interface Batch {
  keys: string[];
  body: string;
}

let last = 0;

/**
 * Queues an event. Each has its own key, so tabs do not overwrite each other, and the key names the visitor, so
 * an event stays with the visitor it happened to. A stay replaces what it told before, if that waits still.
 */
export function enqueue(visitor: string, event: BrowserEvent): void {
  // Never twice the same, to keep the order within a millisecond.
  last = Math.max(Date.now(), last + 1);
  write(
    `e.${event.type === 'stay' ? event.id : last}.${visitor}.${event.id}`,
    JSON.stringify(event, holdable),
  );
}

/** What JSON cannot hold costs only itself: a BigInt becomes text, an object in a property loses its content. */
function holdable(name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}`;
  return name && name !== 'props' && value instanceof Object ? {} : value;
}

/** The keys of queued events, oldest first. Drops events that are too old or too many. */
export function waiting(): string[] {
  const all = keys('e.');
  const expired = `e.${Date.now() - LIFETIME_MS}`;
  const kept = all.slice(-MOST_EVENTS).filter((key) => key > expired);
  all.filter((key) => !kept.includes(key)).forEach(forget);
  return kept;
}

/**
 * The oldest events of one visitor that are not in flight, undefined if there are none but stays: those
 * are never worth a request of their own. The batch says whether the
 * visitor is anonymous now: a form may have named it since the events happened.
 */
export function nextBatch(inFlight: string[]): Batch | undefined {
  const free = waiting().filter((key) => !inFlight.includes(key));
  const visitor = visitorIn(free.find((key) => !key.includes('s')));
  const keys: string[] = [];
  const events: string[] = [];
  for (const key of free) {
    const event = read(key);
    if (!event || visitorIn(key) !== visitor) continue;
    if (keys[0] && `${events}${event}`.length > MOST_CHARACTERS) break;
    keys.push(key);
    events.push(event);
  }
  const body = `{"visitorId":"${visitor}","anonymous":${isAnonymous(visitor)},"events":[${events}]}`;
  return keys[0] ? { keys, body } : undefined;
}

const visitorIn = (key = '') => key.split('.')[2];
