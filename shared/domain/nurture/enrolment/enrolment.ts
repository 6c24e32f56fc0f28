import type { LeadId } from '../../identity/ids.ts';
import type { Day, Instant } from '../../time.ts';
import type { MailKind } from '../mailing.ts';

/**
 * Identifies an enrolment. A lead starts a sequence at most once a day, so the day is enough; it may request its mails
 * again at any time.
 */
export interface EnrolmentKey {
  lead: LeadId;
  sequence: string;
  startedAt: Instant | Day;
  /** It has only the requested mails, once more. */
  repeats?: true;
}

/** A mail that may or may not have been sent yet. */
export interface Claim {
  mail: string;
  at: Instant;
  step: string;
  kind: MailKind;
}

/** `repeated`: a repeated request, which gets only the requested mails again. `by-hand`: a colleague skipped it. */
export type SkipReason = 'conditions' | 'late' | 'refused' | 'repeated' | 'by-hand';

export const END_REASONS = [
  'unsubscribed',
  'suppressed',
  'no-permission',
  'not-confirmed',
  'raised-hand',
  'handed-over',
  'customer',
  'lost',
  'requested',
  'paused',
  'sequence-removed',
  'erased',
  'by-hand',
  'stopped',
] as const;
export type EndReason = (typeof END_REASONS)[number];

export const HAND_CHANGES = ['pause', 'resume', 'skip', 'end'] as const;

/** What a colleague changed in the course of one person. */
export interface HandChange {
  did: (typeof HAND_CHANGES)[number];
  by: string;
  at: Instant;
  /** The step that was skipped. */
  step?: string;
}

/** What an enrolment has in every status. */
export interface EnrolmentBase {
  lead: LeadId;
  sequence: string;
  /** When it started; identifies the enrolment together with the sequence. */
  startedAt: Instant;
  version: number;
  /** When each step's mail was claimed, by step id, so that a step that is moved or changed still counts as sent. */
  sent: Record<string, Instant>;
  skipped: Record<string, SkipReason>;
  /** The `after` of the furthest step handled: a step inserted before it comes too late for this person. */
  reached?: string;
  /** By how many days a pause, a confirmation or a late mail moved the remaining steps. */
  shiftDays: number;
  /** It has only the requested mails, once more. */
  repeats?: true;
  /** A colleague paused it: nothing is due until one resumes it. */
  held?: true;
  /** What a colleague changed last. */
  byHand?: HandChange;
}

/** Waits for its next step. */
export interface ActiveEnrolment extends EnrolmentBase {
  status: 'active';
  claim?: Claim;
  /** When it is handled next: the planned time, or later when it waits. */
  due: Instant;
  /** The planned time of the next step, as last calculated. */
  planned: Instant;
  /** Its next mail was asked for: somebody waits for it. */
  isRequested?: true;
  /** Why it is later than planned. */
  waits?: WaitReason;
}

export const WAIT_REASONS = [
  'with-sales',
  'pending',
  'paused',
  'sequence-paused',
  'cap',
  'budget',
  'hours',
  'not-yet',
] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** No step is left. */
export interface DoneEnrolment extends EnrolmentBase {
  status: 'done';
  claim?: Claim;
}

/** Stopped before its last step. */
interface EndedEnrolment extends EnrolmentBase {
  status: 'ended';
  why: EndReason;
}

/** A lead's way through a sequence. `README.md` draws how one status leads to another. */
export type Enrolment = ActiveEnrolment | DoneEnrolment | EndedEnrolment;

/** An enrolment with a mail being sent, perhaps its last. */
export type ClaimedEnrolment = (ActiveEnrolment | DoneEnrolment) & { claim: Claim };
