import type { LeadId } from '../identity/ids.ts';
import type { Day, Instant } from '../time.ts';
import type { MailKind } from './mailing.ts';

/** Names an enrolment: a lead begins a sequence at most once a day, so the day of its start will do. */
export interface EnrolmentKey {
  lead: LeadId;
  sequence: string;
  startedAt: Instant | Day;
}

/** A mail of which it is not known yet whether it went out. */
export interface Claim {
  mail: string;
  at: Instant;
  step: string;
  kind: MailKind;
  /** The planned moment of the step, for when the claim is given back. */
  planned: Instant;
}

/** `repeated`: asked for once more, so that only what was asked for is sent again. */
export type SkipReason = 'conditions' | 'late' | 'refused' | 'repeated';

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
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What an enrolment has in every state. */
export interface EnrolmentBase {
  lead: LeadId;
  sequence: string;
  /** When it began; with the sequence it names the enrolment. */
  startedAt: Instant;
  version: number;
  /** When the mail of each step was claimed; by id, so that a step that moves or changes is still known as sent. */
  sent: Record<string, Instant>;
  skipped: Record<string, SkipReason>;
  /** The `after` of the furthest step that was handled: a step that is put in before it comes too late for this person. */
  reached?: string;
  /** By how many days a pause, a confirmation or a late mail moved all that is still to come. */
  shiftDays: number;
}

/** Waits for its next step. */
export interface ActiveEnrolment extends EnrolmentBase {
  status: 'active';
  claim?: Claim;
  /** When somebody looks at it again: the planned moment, or later when it waits. */
  due: Instant;
  /** The moment of its next step, when that was last worked out. */
  planned: Instant;
  /** Why it is later than planned. */
  waits?: WaitReason;
}

export const WAIT_REASONS = [
  'with-sales',
  'pending',
  'paused',
  'sequence-paused',
  'cap',
  'hours',
  'not-yet',
  'quota',
  'brake',
  'mail-service',
] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** Every step was sent, skipped or passed over. */
export interface DoneEnrolment extends EnrolmentBase {
  status: 'done';
  claim?: Claim;
}

/** The person left, or sales took over. */
export interface EndedEnrolment extends EnrolmentBase {
  status: 'ended';
  why: EndReason;
}

/** Somebody in a sequence. `README.md` draws how one state leads to another. */
export type Enrolment = ActiveEnrolment | DoneEnrolment | EndedEnrolment;

/** An enrolment of which a mail is on its way, perhaps its last. */
export type ClaimedEnrolment = (ActiveEnrolment | DoneEnrolment) & { claim: Claim };
