import type { Localised } from '../language.ts';

/** What is wrong, and how to fix it, as each reader gets it in their own language. */
export interface Problem {
  problem: Localised;
  remedy: Localised;
}

/** A mistake in a file of the playbook: where it is, what is wrong, and how to fix it. */
export interface Mistake extends Problem {
  file: string;
  line: number;
  column: number;
  /** The setting as a path, such as `rules[2].points`; empty for the file as a whole. */
  field: string;
  /** It may be meant: the playbook can be published all the same. */
  isWarning?: true;
}

/** A mistake in the language of whoever reads it. */
export interface ToldMistake extends Omit<Mistake, keyof Problem>, Record<keyof Problem, string> {}
