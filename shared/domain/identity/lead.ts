import type { FitVerdict } from '../fit/fit.ts';
import type { Handover, ReturnReason } from '../handover/handover.ts';
import type { Points } from '../scoring/running-score.ts';
import type { Band } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';
import type { LeadId } from './ids.ts';
import type { ConsentMoments, MailConsent } from './mail-consent.ts';

export const STAGES = ['name', 'lead', 'mql', 'sal', 'sql', 'opportunity', 'customer', 'lost'] as const;
export type Stage = (typeof STAGES)[number];
export type Readiness = 'not-ready' | 'ready' | 'hand-raiser';

/** What made it a lead: the first form or import, and the campaign that first led it to the website. */
export interface Origin {
  form?: string;
  campaign?: string;
  campaignAt?: Instant;
  at: Instant;
}

/**
 * What a lead is right now: small, because each event that counts writes it again. All of it follows from
 * the lead's events, the playbook and the time, except the hand-over, what sales did with it and the sequences it
 * began: facts of their own.
 */
export interface Lead {
  id: LeadId;
  /** Counts the changes of this record; a change is written only over the version it was made from. */
  version: number;
  /** The version of the playbook by which score, fit and stage were decided. */
  playbook: number;
  stage: Stage;
  /** Since when it is in this stage. */
  stageAt: Instant;
  fit: FitVerdict;
  /** The verdict of sales, which outweighs that of the profile. */
  judged?: 'bad';
  readiness: Readiness;
  mail: MailConsent;
  /** What `mail` follows from. */
  permission?: ConsentMoments;
  tracking: 'granted' | 'denied';
  /** It asked for something itself. */
  interest: boolean;
  /** When it last asked to talk to a person. */
  raisedAt?: Instant;
  points: Points;
  score: number;
  band: Band;
  /** Since when its score is in this band. */
  bandAt: Instant;
  origin?: Origin;
  handover?: Handover;
  /** It has been warm for long without moving, and waits to be offered to sales. */
  stalled?: true;
  /** How many actions of sales this record tells of. */
  actions?: number;
  /** The last time that sales gave it back; with the points that day had earned by then. */
  returned?: { reason: ReturnReason; at: Instant; points: number };
  lost?: { reason: string; at: Instant };
  /** What the deal is worth, in euros. */
  won?: { value: number; at: Instant };
  /** The sequences it began, each with the last time. */
  started?: Record<string, Instant>;
  /** When time itself changes something next: points expire, an answer is late. Absent when it changes nothing. */
  due?: Instant;
  changedAt: Instant;
  /** When it was erased, before it came back by an act of its own. */
  erasedAt?: Instant;
}

/** All that remains of a person who was erased: what happened up to that moment brings nothing back. */
export interface ErasedLead {
  id: LeadId;
  version: number;
  erasedAt: Instant;
}

/** A lead's record before or after a change; undefined when there was none. */
export type LeadImage = Lead | ErasedLead | undefined;

export function isErased(lead: Lead | ErasedLead): lead is ErasedLead {
  return !('stage' in lead);
}
