import type { LeadId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';

/** A mail that went out for a step: its id and when it was claimed. */
export interface SentStep {
  mail: string;
  at: Instant;
}

export type EndReason =
  | 'unsubscribed'
  | 'suppressed'
  | 'raised-hand'
  | 'handed-over'
  | 'customer'
  | 'lost'
  | 'not-confirmed'
  | 'sequence-removed'
  | 'erased';

interface Common {
  lead: LeadId;
  sequence: string;
  /** When it began; with the sequence it names the enrolment. */
  startedAt: Instant;
  version: number;
  /** Steps by id, so that a step that moves or changes is still known as sent. */
  sent: Record<string, SentStep>;
  skipped: Record<string, string>;
  /** What `shift` added to every later step, in milliseconds. */
  shiftMs: number;
}

/** Waits for its next step. */
export interface ActiveEnrolment extends Common {
  status: 'active';
  due: Instant;
  /** A mail of which it is not known yet whether it went out. */
  claim?: { step: string; mail: string; at: Instant; kind: 'marketing' | 'requested' };
}

export interface DoneEnrolment extends Common {
  status: 'done';
}

export interface EndedEnrolment extends Common {
  status: 'ended';
  why: EndReason;
}

/**
 * Somebody in a sequence.
 *
 *   start ──► active ──► done      every step was sent or skipped
 *               │  ▲
 *               │  └── wait        a step waits: hours, cap, confirmation, pause
 *               └────► ended       the person left, or sales took over
 */
export type Enrolment = ActiveEnrolment | DoneEnrolment | EndedEnrolment;
