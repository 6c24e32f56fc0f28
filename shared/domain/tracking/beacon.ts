import * as z from 'zod/mini';
import { clean } from '../clean-text.ts';
import { ID_PATTERN, isVisitorId, type VisitorId } from '../identity/ids.ts';
import { readJson } from '../read-json.ts';
import type { Instant } from '../time.ts';
import type { BotSign, Props, VisitorEvent } from './event.ts';
import { happenedAt } from './happened-at.ts';
import { parsePageUrl } from './page-url.ts';

/** The largest event and batch, in bytes. */
const MAX_EVENT_BYTES = 32_768;
export const MAX_BATCH_BYTES = 512_000;

const scalar = z.union([z.string(), z.number(), z.boolean()], 'Give a text, a number, true or false');
const short = (max: number) => z.string().check(z.maxLength(max, `Give at most ${max} characters`));
const pageUrl = z
  .string()
  .check(
    z.refine(
      (text) => parsePageUrl(text) !== undefined,
      'Give an address that starts with http:// or https://',
    ),
  );

const eventSchema = z.object({
  id: z.string().check(z.regex(ID_PATTERN, 'Give 1 to 64 letters, digits or any of _ . : -')),
  type: z.enum(['page', 'track'], 'Give page or track'),
  name: z.optional(short(200)),
  url: z.optional(pageUrl),
  title: z.optional(z.string()),
  referrer: z.optional(z.string()),
  at: z.optional(
    z.iso.datetime({ offset: true, error: 'Give a moment in ISO 8601, such as 2026-11-22T10:00:00Z' }),
  ),
  props: z.optional(z.record(short(100), scalar)),
});

const batchSchema = z.object({
  visitorId: z
    .string('Give the id that the browser made')
    .check(z.refine(isVisitorId, 'Give 1 to 64 letters, digits or any of _ . : -')),
  anonymous: z.optional(z.boolean('Give true or false')),
  events: z.array(z.unknown(), 'Give a list of events'),
});

/** Why something was refused: the field, such as `events[2].id`, and what would be right. */
export interface Mistake {
  field: string;
  reason: string;
  tooLarge?: true;
}

export interface Beacon {
  events: VisitorEvent[];
  /** The visitor cannot be linked to a lead yet: its browser never gave its id to a form, and no mail led here. */
  isAnonymous: boolean;
  mistakes: Mistake[];
}

/**
 * Parses what the tracker sent. Valid events are accepted, whatever is wrong with the others.
 * @param body the JSON text of `{visitorId, events}`, with `anonymous: true` from a browser that never gave its id
 * to a form. A wrong `anonymous` only delays the points of that visitor.
 * @param now when it was received
 */
export function parseBeacon(body: string, now: Instant, bot: BotSign | undefined): Beacon {
  const json = readJson(body);
  if (!json.ok) return refused([{ field: 'body', reason: json.reason }]);
  const batch = z.safeParse(batchSchema, json.value);
  if (!batch.success) return refused(mistakesOf(batch.error, ''));
  const events = new Map<string, VisitorEvent>();
  const mistakes: Mistake[] = [];
  batch.data.events.forEach((entry, index) => {
    if (JSON.stringify(entry).length > MAX_EVENT_BYTES) {
      mistakes.push({ field: `events[${index}]`, reason: 'An event has at most 32 KB', tooLarge: true });
      return;
    }
    const parsed = z.safeParse(eventSchema, entry);
    if (!parsed.success) mistakes.push(...mistakesOf(parsed.error, `events[${index}]`));
    else if (parsed.data.type === 'track' && !clean(parsed.data.name ?? '', 200)) {
      mistakes.push({ field: `events[${index}].name`, reason: 'Give the name of what happened' });
    } else {
      const event = visitorEvent(parsed.data, batch.data.visitorId as VisitorId, now, bot);
      events.set(`${event.at} ${event.id}`, event);
    }
  });
  const all = [...events.values()];
  const isLanding = all.some((event) => event.type === 'page' && event.viaMail !== undefined);
  return { events: all, isAnonymous: batch.data.anonymous === true && !isLanding, mistakes };
}

function refused(mistakes: Mistake[]): Beacon {
  return { events: [], isAnonymous: false, mistakes };
}

/** The event that a browser gave, with its texts cleaned; what is no URL is left out. */
export function visitorEvent(
  given: z.infer<typeof eventSchema>,
  visitor: VisitorId,
  now: Instant,
  bot: BotSign | undefined,
): VisitorEvent {
  const name = clean(given.name ?? '', 200);
  const title = clean(given.title ?? '', 300);
  const referrer = parsePageUrl(given.referrer ?? '')?.url;
  const { viaMail, ...page } = parsePageUrl(given.url ?? '') ?? {};
  const common = {
    id: given.id,
    at: happenedAt(given.at, now),
    receivedAt: now,
    visitor,
    ...page,
    ...(title && { title }),
    ...(referrer && { referrer }),
    ...(given.props && { props: cleanProps(given.props) }),
    ...(bot && { bot }),
  };
  return given.type === 'page'
    ? { type: 'page', ...common, ...(name && { name }), ...(viaMail && { viaMail }) }
    : { type: 'track', ...common, name };
}

function cleanProps(props: Props): Props {
  const entries = Object.entries(props).slice(0, 50);
  return Object.fromEntries(
    entries.map(([key, value]) => [clean(key, 100), typeof value === 'string' ? clean(value, 1_000) : value]),
  );
}

function mistakesOf(error: z.core.$ZodError, where: string): Mistake[] {
  return error.issues.map(({ path, message }) => ({
    field: [where, ...path.map(String)].filter(Boolean).join('.') || 'body',
    reason: path.length === 0 && where === '' ? 'Give JSON with visitorId and events' : message,
  }));
}
