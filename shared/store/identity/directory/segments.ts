import * as z from 'zod/mini';
import type { DirectoryChange } from '../../../domain/identity/directory/row.ts';
import type { Instant } from '../../../domain/time.ts';
import { ITEM_LIMIT } from '../../declaration.ts';
import { Entity } from '../../entity.ts';
import { optional, text } from '../../schema.ts';
import type { ReadOptions, Table } from '../../table.ts';
import { packRows, unpackRows } from './packed-rows.ts';

/** The segments of a directory are written before its head points to them, beside those that readers still read. */
export interface Segments {
  /** Who wrote them. */
  fold: number;
  slot: 0 | 1;
  count: number;
  rows: number;
  /** The changes that were logged before it are in them. */
  until: Instant;
}

/** The job that folds the log into it. */
export const FOLD_DIRECTORY = { of: 'JOBS', kind: 'directory', key: 'leads' } as const;

/** What it is about, as each job says. */
export const ABOUT_DIRECTORY = 'directory-leads';

/** The directory of all leads: where its segments are. */
export const directoryEntity = new Entity({
  kind: 'directory of leads',
  key: 'DIRECTORY / HEAD',
  holds: () =>
    z.object({
      folds: z.number(),
      current: optional(
        z.object({
          fold: z.number(),
          slot: z.union([z.literal(0), z.literal(1)]),
          count: z.number(),
          rows: z.number(),
          until: text,
        }),
      ),
    }),
  written: 'freely',
  lives: 'for good',
  largest: { bytes: 200, why: 'nothing comes from outside' },
});

export const segmentEntity = new Entity({
  kind: 'segment of the directory',
  key: 'DIRECTORY / S{slot}#{number:5}',
  holds: () => z.object({ fold: z.number(), packed: z.custom<Uint8Array>() }),
  written: 'freely',
  lives: 'for good; every other fold of the log writes over it',
  largest: { bytes: ITEM_LIMIT, why: 'some 22 bytes for each lead; more rows than fit are divided' },
});

/** The segments that readers read; undefined until the directory was made. */
export async function currentSegments(table: Table, options?: ReadOptions): Promise<Segments | undefined> {
  return (await directoryEntity.get(table, {}, options))?.current;
}

/** Takes the number of the next fold. A fold with a lower number can no longer become current. */
export async function beginFold(table: Table): Promise<{ fold: number; slot: Segments['slot'] }> {
  const head = await directoryEntity.updateAndGet(table, {}, { add: 'folds :one', values: { ':one': 1 } });
  if (head === undefined) throw new Error('The head of the directory was not written');
  return { fold: head.folds, slot: head.current?.slot === 0 ? 1 : 0 };
}

/** Makes segments the current ones, unless another fold began after this one. */
export async function endFold(table: Table, fold: number, segments: Segments): Promise<void> {
  const set = { set: '#current = :segments', names: { '#current': 'current' }, isRepeatable: true } as const;
  const values = { ':segments': segments, ':fold': fold };
  await directoryEntity.update(table, {}, { ...set, onlyIf: 'folds = :fold', values });
}

/** Rows in a segment, at first: some 230 kB. */
const ROWS = 10_000;
/** Besides its rows, a segment has its key and the number of its fold. */
const MOST_BYTES = ITEM_LIMIT - 1_000;

/**
 * Writes rows as segments from a number on. A segment that a later fold wrote stays.
 * @returns how many
 */
export async function putSegments(
  table: Table,
  { fold, slot, from }: { fold: number; slot: Segments['slot']; from: number },
  changes: readonly DirectoryChange[],
): Promise<number> {
  let number = from;
  for (const packed of packedInParts(changes)) {
    await segmentEntity.put(
      table,
      { slot: String(slot), number },
      { fold, packed },
      { onlyIf: 'attribute_not_exists(PK) OR fold <= :fold', values: { ':fold': fold } },
    );
    number += 1;
  }
  return number - from;
}

function* packedInParts(changes: readonly DirectoryChange[], rows = ROWS): Generator<Uint8Array> {
  for (let start = 0; start < changes.length; start += rows) {
    const part = changes.slice(start, start + rows);
    const packed = packRows(part);
    if (packed.length <= MOST_BYTES) yield packed;
    else yield* packedInParts(part, Math.ceil(part.length / 2));
  }
}

/** All rows of the segments; undefined when a later fold has written over some. */
export async function readSegments(
  table: Table,
  { fold, slot, count }: Segments,
  options?: ReadOptions,
): Promise<DirectoryChange[][] | undefined> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const segments = await Promise.all(
    numbers.map((number) => segmentEntity.get(table, { slot: String(slot), number }, options)),
  );
  const own = segments.flatMap((segment) => (segment?.fold === fold ? [segment.packed] : []));
  return own.length === count ? own.map(unpackRows) : undefined;
}
