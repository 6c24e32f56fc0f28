import { type Actor, type Deed, gatheredIn } from '../../domain/console/log.ts';
import type { Instant } from '../../domain/time.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { putLogEntry } from '../../store/console/log.ts';
import type { Table } from '../../store/table.ts';

/** How many of its own entries a process remembers. */
const REMEMBERED = 1_000;
const written = new WeakMap<Table, Set<string>>();

/** What a use case needs to log something. */
export interface LogSystem {
  table: Table;
  now: () => Instant;
}

/**
 * Logs what somebody is about to do. Call it, and wait for it, before the thing is done: who dies in between leaves an
 * entry of something that did not happen, never a thing that happened without an entry. One write unit; none for a
 * list that is seen, or a refusal that comes, again soon in the same process.
 * @throws when the table refuses: then do not do the thing
 */
export async function recordLog({ table, now }: LogSystem, { who, isKey }: Actor, deed: Deed): Promise<void> {
  const { kind, about, detail } = deed;
  const at = now();
  const id = digestId(JSON.stringify([who, isKey, kind, about, detail])).slice(0, 12);
  const span = gatheredIn(kind, at);
  const known = rememberedOf(table);
  if (span !== undefined && known.has(span + id)) return;
  await putLogEntry(table, id, { at, who, ...(isKey && { isKey }), ...deed });
  if (span === undefined) return;
  if (known.size >= REMEMBERED) known.clear();
  known.add(span + id);
}

function rememberedOf(table: Table): Set<string> {
  const known = written.get(table) ?? new Set();
  written.set(table, known);
  return known;
}
