import type * as z from 'zod/mini';
import type { KeyOf } from './key-pattern.ts';
import type { Attributes } from './query.ts';

/** The largest item that DynamoDB takes, in bytes. */
export const ITEM_LIMIT = 409_600;

/** All there is to know about a kind of item. `README.md` lists them. */
export interface Declaration<Pattern extends string, Value> {
  kind: string;
  key: Pattern;
  /** Its schema, made at the first read and checked at every one. */
  holds: () => z.ZodMiniType<Value>;
  /** Turn a value into attributes and back, where they differ. An item in `byDue` has its moment as `due`. */
  pack?: (value: Value) => object;
  unpack?: (attributes: Attributes, key: KeyOf<Pattern>) => unknown;
  /** `by version`: only over the version it was made from, `version - 1`; version 1 must be the first. */
  written: 'once' | 'freely' | (Value extends { version: number } ? 'by version' : never);
  /** The keys that put it into an index; undefined leaves it out. */
  byStage?: (value: Value) => Record<string, string> | undefined;
  byDue?: (value: Value) => Record<string, string> | undefined;
  lives: string;
  /** Seconds since 1970 when DynamoDB may remove it, if its key decides that. */
  expires?: (key: KeyOf<Pattern>) => number;
  /** The most that an outsider can make of it. */
  largest: { bytes: number; why: string };
}
