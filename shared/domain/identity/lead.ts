import type { FitVerdict } from '../fit/fit.ts';
import type { CorrectedEarlierAnswer, Handover, ReturnReason } from '../handover/handover.ts';
import type { Points } from '../scoring/points-by-day.ts';
import type { Band } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';
import type { LeadId } from './ids.ts';
import type { ConsentMoments, MailConsent, SubjectConsent } from './mail-consent.ts';

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
 * The current state of a lead: small, because each event that counts rewrites it. All of it is derived from the
 * lead's events, the playbook and the time, except the hand-over, sales' actions and the sequences it started.
 */
export interface Lead {
  id: LeadId;
  /** Counts changes; a write is refused unless it replaces the version it was made from. */
  version: number;
  /** The version of the playbook that decided score, fit and stage. */
  playbook: number;
  stage: Stage;
  /** When it entered this stage. */
  stageAt: Instant;
  fit: FitVerdict;
  /** The fit as sales judged it; overrules the profile. */
  judged?: 'bad';
  readiness: Readiness;
  mail: MailConsent;
  /** The moments that decide `mail`. */
  permission?: ConsentMoments;
  /** The subjects it gave permission for; absent when no wording named any. `consentFor` reads it. */
  subjects?: Record<string, SubjectConsent>;
  tracking: 'granted' | 'denied';
  /** It asked for something itself. */
  interest: boolean;
  /** When it last asked to talk to a person. */
  raisedAt?: Instant;
  points: Points;
  score: number;
  band: Band;
  /** When its score entered this band. */
  bandAt: Instant;
  origin?: Origin;
  handover?: Handover;
  /** It has been warm for long without moving, and may be offered to sales. */
  stalled?: true;
  /** How many of sales' actions this record includes. */
  actions?: number;
  /** The last return by sales, with the points that day had earned by then, in all and `of` each other score. */
  returned?: { reason: ReturnReason; at: Instant; points: number; of?: Record<string, number> };
  lost?: { reason: string; at: Instant };
  corrected?: CorrectedEarlierAnswer;
  /** The value of the deal. `currency`: when it is not that of the company. */
  won?: { value: number; currency?: string; at: Instant };
  /** When each sequence was last started. */
  started?: Record<string, Instant>;
  /** When time alone next changes something: points expire, an answer is overdue. Absent when nothing will. */
  due?: Instant;
  changedAt: Instant;
  /** When it was erased, if it came back later by its own action. */
  erasedAt?: Instant;
}

/** All that remains of an erased person. Events from before `erasedAt` never bring it back. */
export interface ErasedLead {
  id: LeadId;
  version: number;
  erasedAt: Instant;
  /** While something is still stored: when removing it is tried next. */
  due?: Instant;
}

/** A lead's record before or after a change; undefined when there was none. */
export type LeadImage = Lead | ErasedLead | undefined;

export function isErased(lead: Lead | ErasedLead): lead is ErasedLead {
  return !('stage' in lead);
}
