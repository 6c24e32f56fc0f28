import { Stream } from 'node:stream';

// biome-ignore lint/suspicious/noExplicitAny: the JSON of DynamoDB's API, checked by dynalite
export type Json = any;

type Done<T = void> = (failure: Error | null, value?: T) => void;

/** A range of keys, as dynalite asks for one. */
interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  /** -1: all. */
  limit?: number;
}

/**
 * What dynalite's operations need of a database, in this process's memory. Unlike dynalite's own, which writes every item
 * as JSON into a LevelDB, an operation carries out at once, so it is alone while it does.
 */
export function memoryStore() {
  const parts = new Map<string, ReturnType<typeof sortedItems>>();
  const part = (name: string) => {
    const found = parts.get(name) ?? sortedItems();
    parts.set(name, found);
    return found;
  };
  const tableDb = { ...part('tables'), awsAccountId: '000000000000', awsRegion: 'us-east-1' };
  return {
    options: { createTableMs: 0, maxItemSize: 400 * 1024 },
    tableDb,
    getItemDb: (table: string) => part(`item ${table}`),
    getIndexDb: (kind: string, table: string, index: string) =>
      part(`index ${kind.toLowerCase()} ${table} ${index}`),
    /** A table that is ready; with `false`, whatever its state. */
    getTable(name: string, ...[first, second]: [Done<Json>] | [boolean, Done<Json>]) {
      const done = typeof first === 'function' ? first : (second as Done<Json>);
      const table = tableDb.shared(name);
      if (first === false) done(table ? null : notFound(`: Table: ${name} not found`), copyOf(table));
      else if (table?.TableStatus === 'ACTIVE') done(null, table);
      else done(notFound(''));
    },
    db: { close: (done: (failure?: Error) => void) => done() },
  };
}

/** Items in the order of their keys. Nothing is shared with who puts or gets one. */
function sortedItems() {
  const items = new Map<string, Json>();
  const keys: string[] = [];

  /** How many keys come before this one. */
  function position(key: string): number {
    let [from, to] = [0, keys.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((keys[middle] ?? '') < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** How many keys come before this one or are it. */
  const positionAfter = (key: string) => position(key) + (items.has(key) ? 1 : 0);

  function keysIn({ gt, gte, lt, lte, reverse, limit = -1 }: Range): string[] {
    const from = gt !== undefined ? positionAfter(gt) : gte !== undefined ? position(gte) : 0;
    const to = lte !== undefined ? positionAfter(lte) : lt !== undefined ? position(lt) : keys.length;
    if (limit < 0) return reverse ? keys.slice(from, to).reverse() : keys.slice(from, to);
    return reverse
      ? keys.slice(Math.max(from, to - limit), to).reverse()
      : keys.slice(from, Math.min(to, from + limit));
  }

  return {
    shared: (key: string) => items.get(key),
    get: (key: string, done: Done<Json>) => done(null, copyOf(items.get(key))),
    put(key: string, item: Json, done: Done) {
      if (!items.has(key)) keys.splice(position(key), 0, key);
      items.set(key, copyOf(item));
      done(null);
    },
    del(key: string, done: Done) {
      if (items.delete(key)) keys.splice(position(key), 1);
      done(null);
    },
    /** Only one operation runs at a time, so none has to wait. */
    lock: (_key: string, work: (release: <T>(done: T) => T) => void) => work((done) => done),
    createValueStream(range: Range): Stream {
      let isDestroyed = false;
      const destroy = () => {
        isDestroyed = true;
      };
      const stream = Object.assign(new Stream(), { destroy });
      const found = keysIn(range).map((key) => items.get(key));
      queueMicrotask(() => {
        for (const item of found) {
          if (isDestroyed) return;
          stream.emit('data', copyOf(item));
        }
        stream.emit('end');
      });
      return stream;
    },
  };
}

/** A copy of what JSON could hold, without members that have no value. */
export function copyOf(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Json = {};
  for (const name in value) if (value[name] !== undefined) copy[name] = copyOf(value[name]);
  return copy;
}

function notFound(which: string): Error {
  const message = `Requested resource not found${which}`;
  const body = { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message };
  return Object.assign(new Error(message), { name: 'NotFoundError', statusCode: 400, body });
}
