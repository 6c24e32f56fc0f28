import type { Instant } from '../time.ts';
import type { Traits } from './stalled/traits.ts';

export const HANDOVER_REASONS = ['threshold', 'hand-raiser', 'stalled'] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];

export const RETURN_REASONS = ['not-ready', 'bad-fit', 'unreachable', 'duplicate', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why sales returned a lead: for a bad fit, the criterion that showed it and the one that would have caught it. */
export interface ReturnBasis {
  reason: ReturnReason;
  criterion?: string;
  caught?: string;
}

/** Marketing passes a lead to sales. A lead has at most one open hand-over. */
export interface Handover {
  number: number;
  reason: HandoverReason;
  status: 'open' | 'accepted' | 'returned';
  openedAt: Instant;
  /** Opens the hand-over page; only the notification carries it. */
  token: string;
  /** The score and the version of the playbook when it was opened. */
  score: number;
  playbook: number;
  /** The other scores that had reached their thresholds, with their points. */
  scores?: Record<string, number>;
  /** The member of the team it went to. */
  to?: string;
  /** The routing rule, until there is an answer: a word such as `turn`, or a match such as `postcode 3000-3999`. */
  via?: string;
  /** Why a stalled lead was chosen over others. */
  ranked?: RankBasis;
  /** The last reminder. */
  told?: OverdueLevel;
  /** When it first reached each stage in sales, as far as it did. */
  reached?: { sal?: Instant; sql?: Instant; opportunity?: Instant };
  /** The member of the team who was given it by a colleague since it was routed or accepted. */
  owner?: string;
  /** When sales agreed to call next, and who did. `told`: its owner was reminded. */
  callBack?: { at: Instant; by: string; told?: true };
  /** What its answers count under in the reports: the origin when the first one came, if that changed since. */
  origin?: { form?: string; campaign?: string };
  /** What the lead was like when it first had an outcome: all its outcomes count under these. */
  traits?: Traits;
  /** How many of its answers were corrected or taken back. */
  corrections?: number;
  /** The last answer of sales; a return has its reason, a bad fit the criterion that showed it. */
  answer?: { by: string; at: Instant } & Partial<ReturnBasis>;
}

/** The last correction of an answer about an earlier hand-over, with what the reports count again. */
export interface CorrectedEarlierAnswer {
  /** The number of the correction. */
  action: number;
  /** The version of the playbook of that hand-over, whom it went to, and its origin and traits, as far as they are known. */
  playbook?: number;
  to?: string;
  origin?: { form?: string; campaign?: string };
  traits?: Traits;
  /** What a return said before, and what it says now. */
  was?: ReturnBasis;
  is?: ReturnBasis;
}

/** Sales is reminded first; then its manager is notified. */
export type OverdueLevel = 'reminder' | 'manager';

/** A stalled lead was chosen by its chance, or by fit and score while there are too few outcomes to know its chance. */
export type RankBasis = { chance: number } | { won: number; lost: number; enough: number };
