import type { Instant } from '../time.ts';
import type { Handover, ReturnReason } from './handover.ts';

/** The three proofs of an opportunity: a demonstrated need, a checked budget, a contact who decides. */
export const PROOFS = ['need', 'budget', 'authority'] as const;
export type ProofName = (typeof PROOFS)[number];

/** The evidence, in words or as a link, with who wrote it down and when. */
export interface Evidence {
  evidence: string;
  by: string;
  at: Instant;
}

/** A closed hand-over, stored with the action that closed it. */
export interface PastHandover
  extends Pick<Handover, 'number' | 'reason' | 'openedAt' | 'score' | 'playbook' | 'to'> {
  acceptedBy?: string;
  acceptedAt?: Instant;
}

/** What sales learned while it qualified. */
interface Qualification {
  need: string;
  urgency: string;
  buyingStage: string;
  decisionMakers: string;
  budget: string;
}

interface ByPerson {
  /** A person of sales. */
  by: string;
  note?: string;
}

interface ActionRecord extends ByPerson {
  /** Counts the actions of a lead: if two people answer at once, only one gets the next number. */
  number: number;
  at: Instant;
  /** The idempotency key of the request. */
  key?: string;
}

interface Accept {
  action: 'accept';
}

interface Return {
  action: 'return';
  reason: ReturnReason;
  /** For a bad fit: the field of the profile that shows it, and its real value. */
  criterion?: string;
  value?: string;
}

/** A phone call; it does not change the stage. */
interface Call {
  action: 'call';
  outcome: 'reached' | 'not-reached';
}

interface Won {
  action: 'won';
  /** Value of the deal in euros. */
  value: number;
}

interface Lost {
  action: 'lost';
  reason: string;
}

/** What sales did with a lead: a numbered event, stored as long as the lead. */
export type SalesAction = ActionRecord &
  (
    | Accept
    /** `caught`: the criterion of the ideal customer that would have held this lead back, had its value been known. */
    | (Return & { caught?: string; handover: PastHandover })
    | Call
    | ({ action: 'qualify' } & Qualification)
    | { action: 'opportunity'; proofs: Record<ProofName, Evidence> }
    | Won
    | (Lost & { handover: PastHandover })
  );

/**
 * An action that sales requests.
 * `handover`: the number of the hand-over it is about; refused when the lead has another one by now.
 * `onlyIfOpen`: sent from a page that showed no answer; a return is refused if somebody has answered since.
 */
export type ActionRequest = ByPerson & { handover?: number; onlyIfOpen?: true } & (
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
