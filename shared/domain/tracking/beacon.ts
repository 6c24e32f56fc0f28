import * as z from 'zod/mini';
import { clean } from '../clean-text.ts';
import { ID_PATTERN, isVisitorId, type VisitorId } from '../identity/ids.ts';
import { readJson } from '../read-json.ts';
import type { Instant } from '../time.ts';
import type { BotSign } from './event.ts';
import type { Mistake } from './mistake.ts';
import { parsePageUrl } from './page-url.ts';
import { LEAST_STAY } from './stay.ts';
import { type GivenEvent, type ReceivedEvent, visitorEvent } from './visitor-event.ts';

/** The largest event and batch, in bytes of UTF-8. */
const MAX_EVENT_BYTES = 32_768;
export const MAX_BATCH_BYTES = 512_000;
/** Each is a write, and the tracker sends at most fifty. */
const MAX_EVENTS = 500;

const pageUrl = z
  .string()
  .check(
    z.refine(
      (text) => parsePageUrl(text) !== undefined,
      'Give an address that starts with http:// or https://',
    ),
  );

/** What makes it this event has to be right; the rest is decoration, and costs only itself. `null` is nothing. */
const eventSchema = z.object({
  id: z.string().check(z.regex(ID_PATTERN, 'Give 1 to 64 letters, digits or any of _ . : -')),
  type: z.enum(['page', 'stay', 'track'], 'Give page, stay or track'),
  name: z.nullish(z.string().check(z.maxLength(200, 'Give at most 200 characters'))),
  url: z.nullish(pageUrl),
  /** Of a stay. */
  seconds: z.nullish(z.number('Give a number of seconds').check(z.gte(0, 'Give a number of seconds'))),
  at: z.nullish(
    z.iso.datetime({ offset: true, error: 'Give a moment in ISO 8601, such as 2026-11-22T10:00:00Z' }),
  ),
  title: z.optional(z.unknown()),
  referrer: z.optional(z.unknown()),
  props: z.optional(z.unknown()),
});

const batchSchema = z.object({
  visitorId: z
    .string('Give the id that the browser made')
    .check(z.refine(isVisitorId, 'Give 1 to 64 letters, digits or any of _ . : -')),
  anonymous: z.optional(z.boolean('Give true or false')),
  events: z.array(z.unknown(), 'Give a list of events'),
});

export interface Beacon {
  events: ReceivedEvent[];
  /** The visitor cannot be linked to a lead yet: its browser never gave its id to a form, and no mail led here. */
  isAnonymous: boolean;
  /** Why events were refused. */
  mistakes: Mistake[];
  /** What was left out of the others. */
  leftOut: Mistake[];
}

/**
 * Parses what the tracker sent. Valid events are accepted, whatever is wrong with the others.
 * @param body the JSON text of `{visitorId, events}`, with `anonymous: true` from a browser that never gave its id
 * to a form. A wrong `anonymous` only delays the points of that visitor.
 * @param now when it was received
 */
export function parseBeacon(body: string, now: Instant, bot: BotSign | undefined): Beacon {
  const json = readJson(body);
  if (!json.ok) return refused({ field: 'body', reason: json.reason });
  const batch = z.safeParse(batchSchema, json.value);
  if (!batch.success) return refused(...mistakesOf(batch.error, ''));
  if (batch.data.events.length > MAX_EVENTS) {
    return refused({ field: 'events', reason: `A batch has at most ${MAX_EVENTS} events`, tooLarge: true });
  }
  const visitor = batch.data.visitorId as VisitorId;
  const events = new Map<string, ReceivedEvent>();
  const mistakes: Mistake[] = [];
  const leftOut: Mistake[] = [];
  batch.data.events.forEach((entry, index) => {
    const field = `events[${index}]`;
    const given = readEvent(entry, field, mistakes);
    if (given === undefined) return;
    const received = visitorEvent(given, { visitor, now, bot, field, leftOut });
    events.set(`${received.event.at} ${received.event.id}`, received);
  });
  const all = [...events.values()];
  const isLanding = all.some(({ event }) => event.type === 'page' && event.viaMail !== undefined);
  return { events: all, isAnonymous: batch.data.anonymous === true && !isLanding, mistakes, leftOut };
}

/** The event as it was given; undefined when it is none, with the reason among the mistakes. */
function readEvent(entry: unknown, field: string, mistakes: Mistake[]): GivenEvent | undefined {
  const parsed = z.safeParse(eventSchema, entry);
  if (!parsed.success) mistakes.push(...mistakesOf(parsed.error, field));
  else if (bytesOf(JSON.stringify(entry)) > MAX_EVENT_BYTES) {
    mistakes.push({ field, reason: 'An event has at most 32 KB', tooLarge: true });
  } else if (parsed.data.type === 'track' && !clean(parsed.data.name ?? '', 200)) {
    mistakes.push({ field: `${field}.name`, reason: 'Give the name of what happened' });
  } else if (parsed.data.type === 'stay' && (parsed.data.seconds ?? 0) < LEAST_STAY) {
    mistakes.push({ field: `${field}.seconds`, reason: `Give ${LEAST_STAY} seconds or more` });
  } else return parsed.data;
  return undefined;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function refused(...mistakes: Mistake[]): Beacon {
  return { events: [], isAnonymous: false, mistakes, leftOut: [] };
}

function mistakesOf(error: z.core.$ZodError, where: string): Mistake[] {
  return error.issues.map(({ path, message }) => ({
    field: [where, ...path.map(String)].filter(Boolean).join('.') || 'body',
    reason: path.length === 0 && where === '' ? 'Give JSON with visitorId and events' : message,
  }));
}
