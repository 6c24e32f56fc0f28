import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { LeadId } from '../domain/identity/ids.ts';
import { type Instant, plus } from '../domain/time.ts';
import { Entity } from './entity.ts';
import { optional, text } from './schema.ts';
import type { Table } from './table.ts';
import { untilWritten } from './until-written.ts';

export const lastRequestEntity = new Entity({
  kind: 'last request with an idempotency key',
  key: 'L#{lead} / K#{key}',
  // Items from before contents were compared have only `at`.
  holds: () =>
    z.object({ at: text, version: optional(z.number()), content: optional(text), id: optional(text) }),
  written: 'freely',
  lives: 'until the lead is erased',
  largest: { bytes: 400, why: 'the key is a digest or of at most 64 characters, the content a digest' },
});

/** Clocks of two processes differ by less, and the late queue and people take longer. */
const SAME_MOMENT_MS = 2_000;

/** A request with an idempotency key: what it says, and the id of its event if it is the first with that key. */
export interface KeyedRequest {
  key: string;
  id: string;
  content: unknown;
  at: Instant;
  /** For how long the same content is a repetition; by default for good. */
  repeatsWithinMs?: number;
}

/** The key of an event. */
interface EventKey {
  id: string;
  at: Instant;
}

/**
 * The id and the time of a request's event. A request that says the same as the last one with its key has that one's:
 * storing it again changes nothing. A request that says something else has its own. One write unit for a new key.
 */
export function eventOfRequest(table: Table, lead: LeadId, request: KeyedRequest): Promise<EventKey> {
  const { key, id, at, repeatsWithinMs = Number.POSITIVE_INFINITY } = request;
  const content = digestOf([key, request.content]);
  const entityKey = { lead, key };
  return untilWritten<EventKey>(async (before) => {
    if (before === 0) {
      const first = { at, version: 1, content, id };
      const written = await lastRequestEntity.put(table, entityKey, first, {
        onlyIf: 'attribute_not_exists(PK)',
      });
      if (written === 'written') return { id, at };
    }
    const last = await lastRequestEntity.get(table, entityKey);
    if (last === undefined) return { id, at };
    const apart = Math.abs(Date.parse(at) - Date.parse(last.at));
    if (last.content === content && apart < repeatsWithinMs) return { id: last.id ?? id, at: last.at };
    // It was overtaken while it waited in the late queue: the last request stays the last.
    if (at < plus(last.at, -SAME_MOMENT_MS)) return { id: content, at };
    const { version = 0 } = last;
    const next = {
      at: at > last.at ? at : plus(last.at, 1),
      version: version + 1,
      content,
      id: `${content}.${version + 1}`,
    };
    const isUnchanged =
      version === 0
        ? { onlyIf: 'attribute_not_exists(version)' }
        : { onlyIf: 'version = :before', values: { ':before': version } };
    const written = await lastRequestEntity.put(table, entityKey, next, isUnchanged);
    return written === 'written' ? { id: next.id, at: next.at } : 'conflict';
  });
}

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}
