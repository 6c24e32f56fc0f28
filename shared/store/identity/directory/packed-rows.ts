import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  type DirectoryChange,
  type DirectoryRow,
  type ErasedRow,
  isErasedRow,
} from '../../../domain/identity/directory/row.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { ColumnReader, ColumnWriter } from './columns.ts';
import { lastOfId, packIds, sizeOfIds, unpackIds } from './packed-ids.ts';

/** The fields that are words. Each row has the number of its word in a list, 0 for none. */
const WORDS = [
  ...(['stage', 'fit', 'readiness', 'band', 'form', 'campaign', 'owner'] as const),
  ...(['reason', 'status', 'told', 'returned'] as const),
];
/** Moments are written as the minutes between them and the last activity: most are close to it. */
const MOMENTS = ['stageAt', 'openedAt', 'answeredAt', 'returnedAt', 'raisedAt'] as const;
const NUMBERS = ['version', 'score', 'handover', 'won'] as const;

/** Each column has its own statistics: a block of the compressed bytes has a few thousand of them. */
const MEM_LEVEL = 6;

/** After every minute of a row: those of rows are written as steps back. */
const LATEST = 2 ** 31;

interface Header {
  rows: number;
  erased: number;
  words: string[];
  rowWidths: number[];
  erasedWidths: number[];
}

/**
 * Many rows in few bytes, some 22 for each of many leads: 16 of them are the id, which is random. They are written in the
 * order of their last activity, newest first: its differences are small.
 */
export function packRows(changes: Iterable<DirectoryChange>): Uint8Array {
  const { rows = [], erased = [] } = Object.groupBy(changes, (change) =>
    isErasedRow(change) ? 'erased' : 'rows',
  ) as { rows?: DirectoryRow[]; erased?: ErasedRow[] };
  rows.sort((a, b) => b.activeAt - a.activeAt);
  const words = new Map<string, number>([['', 0]]);
  const numberOf = (word: string) => {
    const number = words.get(word) ?? words.size;
    words.set(word, number);
    return number;
  };
  const columns = new ColumnWriter();
  columns.add(rows.map(({ id }) => lastOfId(id)));
  columns.add(rows.map(({ activeAt }, n) => (rows[n - 1]?.activeAt ?? LATEST) - activeAt));
  for (const field of MOMENTS) columns.add(rows.map((row) => distance(row[field], row.activeAt)));
  for (const field of NUMBERS) columns.add(rows.map((row) => zigzag(row[field])));
  for (const field of WORDS) columns.add(rows.map((row) => numberOf(row[field] ?? '')));
  columns.add(rows.map(({ subjects }) => numberOf(subjects.join('\n'))));
  columns.add(rows.map(({ isStalled }) => Number(isStalled)));
  // Rows of before December 2026 end here: columns that are missing read as none.
  columns.add(rows.map(({ wasErasedAt }) => zigzag(wasErasedAt)));
  columns.add(rows.map(({ callAt, activeAt }) => distance(callAt, activeAt)));
  const gone = new ColumnWriter();
  gone.add(erased.map(({ id }) => lastOfId(id)));
  gone.add(erased.map(({ version }) => version));
  gone.add(erased.map(({ erasedAt }) => erasedAt));
  const header: Header = {
    rows: rows.length,
    erased: erased.length,
    words: [...words.keys()],
    rowWidths: columns.widths,
    erasedWidths: gone.widths,
  };
  const bytes = Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...[columns.bytes(), gone.bytes()],
  ]);
  const ids = packIds([...rows, ...erased].map(({ id }) => id));
  const start = Buffer.alloc(4);
  start.writeUInt32BE(rows.length + erased.length);
  return Buffer.concat([start, ids, deflateRawSync(bytes, { memLevel: MEM_LEVEL })]);
}

/** The rows in such bytes. */
export function unpackRows(packed: Uint8Array): DirectoryChange[] {
  const all = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const end = 4 + sizeOfIds(all.readUInt32BE());
  const bytes = inflateRawSync(all.subarray(end));
  const start = bytes.indexOf('\n') + 1;
  const header = JSON.parse(bytes.toString('utf8', 0, start)) as Header;
  const columns = new ColumnReader(bytes, start, header.rows, header.rowWidths);
  const gone = new ColumnReader(bytes, columns.end, header.erased, header.erasedWidths);
  const lasts = [...columns.next(), ...gone.next()];
  const ids = unpackIds(all.subarray(4, end), lasts);
  const [versions, moments] = [gone.next(), gone.next()];
  const erased = Array.from(versions, (version, n): ErasedRow => {
    return { id: ids[header.rows + n] as LeadId, version, erasedAt: moments[n] as number };
  });
  return [...unpackLiving(columns, header, ids), ...erased];
}

function unpackLiving(columns: ColumnReader, { words }: Header, ids: readonly LeadId[]): DirectoryRow[] {
  const steps = columns.next();
  const moments = byField(MOMENTS, columns);
  const numbers = byField(NUMBERS, columns);
  const named = byField(WORDS, columns);
  const [subjects, stalled] = [columns.next(), columns.next()];
  const [wereErased, calls] = [columns.next(), columns.next()];
  const lists = words.map((word) => (word === '' ? [] : word.split('\n')));
  const moment = (column: Float64Array, n: number, from: number) => {
    const before = unzigzag(column[n] as number);
    return before === undefined ? undefined : from - before;
  };
  const number = (column: Float64Array, n: number) => unzigzag(column[n] as number);
  const word = (column: Float64Array, n: number) => words[column[n] as number] || undefined;
  let at = LATEST;
  // Only rows are packed, so what comes out has the types of a row.
  return Array.from(steps, (step, n) => {
    at -= step;
    return {
      id: ids[n],
      version: number(numbers.version, n),
      stage: word(named.stage, n),
      stageAt: moment(moments.stageAt, n, at),
      fit: word(named.fit, n),
      readiness: word(named.readiness, n),
      score: number(numbers.score, n),
      band: word(named.band, n),
      activeAt: at,
      form: word(named.form, n),
      campaign: word(named.campaign, n),
      subjects: lists[subjects[n] as number],
      owner: word(named.owner, n),
      handover: number(numbers.handover, n),
      reason: word(named.reason, n),
      status: word(named.status, n),
      openedAt: moment(moments.openedAt, n, at),
      answeredAt: moment(moments.answeredAt, n, at),
      told: word(named.told, n),
      returned: word(named.returned, n),
      returnedAt: moment(moments.returnedAt, n, at),
      raisedAt: moment(moments.raisedAt, n, at),
      callAt: moment(calls, n, at),
      isStalled: stalled[n] === 1,
      won: number(numbers.won, n),
      wasErasedAt: number(wereErased, n),
    } as DirectoryRow;
  });
}

function byField<Field extends string>(
  fields: readonly Field[],
  columns: ColumnReader,
): Record<Field, Float64Array> {
  return Object.fromEntries(fields.map((field) => [field, columns.next()])) as Record<Field, Float64Array>;
}

/** A number of either sign as one that is not negative, close to 0 when it was; 0 for none. */
function zigzag(value: number | undefined): number {
  if (value === undefined) return 0;
  return value < 0 ? -2 * value : 2 * value + 1;
}

function unzigzag(value: number): number | undefined {
  if (value === 0) return undefined;
  return value % 2 === 0 ? -value / 2 : (value - 1) / 2;
}

function distance(moment: number | undefined, from: number): number {
  return zigzag(moment === undefined ? undefined : from - moment);
}
