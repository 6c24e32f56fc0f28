import type * as z from 'zod/mini';
import type { KeyOf } from './key-pattern.ts';
import type { Attributes } from './query.ts';

/** The largest item that DynamoDB takes, in bytes. */
export const ITEM_LIMIT = 409_600;

/** The declaration of a kind of item. `README.md` lists them. */
export interface Declaration<Pattern extends string, Value> {
  kind: string;
  key: Pattern;
  /** Its schema, created at the first read and checked at every read. */
  holds: () => z.ZodMiniType<Value>;
  /** Convert a value to attributes and back, where they differ. An item in `byDue` has its due time as `due`. */
  pack?: (value: Value) => object;
  unpack?: (attributes: Attributes, key: KeyOf<Pattern>) => unknown;
  /** `by version`: only over the version it was made from, `version - 1`; version 1 must be the first. */
  written: 'once' | 'freely' | (Value extends { version: number } ? 'by version' : never);
  /** The index keys of a value; undefined keeps it out of the index. */
  byStage?: (value: Value) => Record<string, string> | undefined;
  byLead?: (value: Value) => Record<string, string> | undefined;
  byDue?: (value: Value) => Record<string, string> | undefined;
  lives: string;
  /** When DynamoDB may delete it, in seconds since 1970, if its key decides that. */
  expires?: (key: KeyOf<Pattern>) => number;
  /** The largest item that an outsider can cause. */
  largest: { bytes: number; why: string };
}
