import type { Rearrangement } from '../rearrange.ts';

/** What a new entry may begin with. */
export interface Around {
  /** What somebody typed as its name. */
  name: string;
  /** The part it becomes a piece of. */
  value: unknown;
  /** Today, as `2026-11-30`. */
  today: string;
  /** Names from other files that a new entry may begin with. */
  forms: readonly string[];
  mails: readonly string[];
}

/** A button that adds something, or lets a setting be something else. */
export type Change = Extract<Rearrangement, { what: string }>;
