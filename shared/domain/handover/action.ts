import type { Instant } from '../time.ts';
import type { Handover, ReturnReason } from './handover.ts';

/** What an opportunity is proven by: a demonstrated need, a checked budget, a contact who decides. */
export const PROOFS = ['need', 'budget', 'authority'] as const;
export type ProofName = (typeof PROOFS)[number];

/** What proves it, in words or as a link, who wrote it down and when. */
export interface Evidence {
  evidence: string;
  by: string;
  at: Instant;
}

/** A hand-over that is over, as the action that ended it keeps it. */
export interface PastHandover
  extends Pick<Handover, 'number' | 'reason' | 'openedAt' | 'score' | 'playbook' | 'to'> {
  acceptedBy?: string;
  acceptedAt?: Instant;
}

/** What sales learned while it qualified. */
export interface Qualification {
  need: string;
  urgency: string;
  buyingStage: string;
  decisionMakers: string;
  budget: string;
}

interface ByPerson {
  /** Who in sales says so. */
  by: string;
  note?: string;
}

interface Acted extends ByPerson {
  /** Counts the actions of a lead: of two answers at one moment exactly one gets the next number. */
  number: number;
  at: Instant;
  /** Of the request that asked for it: asked again with the same key, it is the same action. */
  key?: string;
}

interface Accept {
  action: 'accept';
}

interface Return {
  action: 'return';
  reason: ReturnReason;
  /** Of a bad fit: the field of the profile that tells it, and what sales learned it to be. */
  criterion?: string;
  value?: string;
}

/** A call that was made, whatever the stage; it changes none. */
interface Call {
  action: 'call';
  outcome: 'reached' | 'not-reached';
}

interface Won {
  action: 'won';
  /** Of the deal, in euros. */
  value: number;
}

interface Lost {
  action: 'lost';
  reason: string;
}

/** What sales did with a lead: an event with a number, kept as long as the lead. */
export type SalesAction = Acted &
  (
    | Accept
    /** `caught`: the criterion of the ideal customer that would have kept this lead from sales, had it been known. */
    | (Return & { caught?: string; handover: PastHandover })
    | Call
    | ({ action: 'qualify' } & Qualification)
    | { action: 'opportunity'; proofs: Record<ProofName, Evidence> }
    | Won
    | (Lost & { handover: PastHandover })
  );

/**
 * What somebody of sales asks for.
 * `handover` is the number of the hand-over it is about, when whoever asks has one before him: of another it is refused.
 * `unanswered`: he saw it without an answer, so it is not given back from under who answered meanwhile.
 */
export type ActionRequest = ByPerson & { handover?: number; unanswered?: true } & (
    | Accept
    | Return
    | Call
    | ({ action: 'qualify' } & Qualification)
    | { action: 'opportunity'; proofs: Partial<Record<ProofName, Partial<Evidence>>> }
    | Won
    | Lost
  );

export const ACTIONS = ['accept', 'return', 'call', 'qualify', 'opportunity', 'won', 'lost'] as const;
export type ActionName = (typeof ACTIONS)[number];
