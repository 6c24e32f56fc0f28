import type { LeadId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';

/** A lead that waits for somebody, as a list shows it. */
export interface WaitingLead {
  id: LeadId;
  name: string;
  company?: string;
  score: number;
  /** The name of who of sales has it. */
  owner?: string;
  /** Since when it waits, or is what it is. */
  since: Instant;
}

/** What is next about a lead, in the order of a desk: it is to be taken, called at an agreed moment, qualified, proven or closed. */
export const STEPS = ['take', 'call', 'qualify', 'prove', 'close'] as const;
export type Step = (typeof STEPS)[number];

/** A lead in hand, with what is next. */
export interface DeskLead extends WaitingLead {
  next: Step;
  /** Until when it is to be taken, or called. */
  until?: Instant;
  isLate: boolean;
}

/** `mine`: what the viewer has in hand. `open`: what nobody took yet. `overdue`: what sales was reminded of. */
export type DeskList = 'mine' | 'open' | 'overdue';

/** A page of a list; `isNotMade` while the lists are made for the first time. */
export interface Desk {
  leads: DeskLead[];
  total: number;
  next?: string;
  /** How many of the viewer's own leads wait for each step, on all pages. */
  steps?: Readonly<Record<Step, number>>;
  isNotMade?: true;
}
