import type { FitVerdict } from '../../fit/fit.ts';
import { hasOpenHandRaise } from '../../handover/hand-raise.ts';
import type { HandoverReason, OverdueLevel, ReturnReason } from '../../handover/handover.ts';
import { daysOf } from '../../scoring/points-by-day.ts';
import type { Band } from '../../scoring/scoring.ts';
import { dayOf, type Instant } from '../../time.ts';
import type { LeadId } from '../ids.ts';
import { type ErasedLead, isErased, type Lead, type Readiness, type Stage } from '../lead.ts';
import { EVERY_SUBJECT } from '../mail-consent.ts';

/** Whole minutes since 1970: a list tells no less. */
export type Minute = number;

/**
 * What lists know of a lead: enough for every filter and order, and nothing that says who it is. All rows have all fields
 * in the same order, which makes looking through many of them fast.
 */
export interface DirectoryRow {
  id: LeadId;
  /** The version of the lead that it was made from. */
  version: number;
  stage: Stage;
  stageAt: Minute;
  fit: FitVerdict;
  readiness: Readiness;
  score: number;
  band: Band;
  /** When it last did something, or sales did something with it; time alone does not count. */
  activeAt: Minute;
  /** The form and the campaign that it came from. */
  form: string | undefined;
  campaign: string | undefined;
  /** The subjects that it may be mailed about, or `*` for all. */
  subjects: readonly string[];
  /** Who of sales has it: who was given it by a colleague, else who accepted it, else the person it went to. */
  owner: string | undefined;
  /** The number of its last hand-over; the fields below it are about that one. */
  handover: number | undefined;
  reason: HandoverReason | undefined;
  status: 'open' | 'accepted' | 'returned' | undefined;
  openedAt: Minute | undefined;
  answeredAt: Minute | undefined;
  /** The last reminder. */
  told: OverdueLevel | undefined;
  /** Why sales last returned it, and when. */
  returned: ReturnReason | undefined;
  returnedAt: Minute | undefined;
  /** When it asked to talk to a person, unless sales returned or lost it since. */
  raisedAt: Minute | undefined;
  /** When sales planned to call, while it has the lead. */
  callAt: Minute | undefined;
  isStalled: boolean;
  /** In whole euros. */
  won: number | undefined;
  /** When it was erased, at the latest, if it came back since: nothing from before may be said of it. */
  wasErasedAt: Minute | undefined;
}

/** That a lead was erased; keeps late changes of it from bringing it back. */
export interface ErasedRow {
  id: LeadId;
  version: number;
  erasedAt: Minute;
}

export type DirectoryChange = DirectoryRow | ErasedRow;

export function isErasedRow(change: DirectoryChange): change is ErasedRow {
  return 'erasedAt' in change;
}

/** The row of a lead, or of what remains of it. */
export function rowOf(lead: Lead | ErasedLead): DirectoryChange {
  const { id, version } = lead;
  if (isErased(lead)) return { id, version, erasedAt: minuteOf(lead.erasedAt) };
  const { handover, returned, origin } = lead;
  return {
    ...{ id, version },
    stage: lead.stage,
    stageAt: minuteOf(lead.stageAt || lead.changedAt),
    fit: lead.fit,
    readiness: lead.readiness,
    score: lead.score,
    band: lead.band,
    activeAt: minuteOf(lastActivity(lead)),
    form: origin?.form,
    campaign: origin?.campaign,
    subjects: grantedSubjects(lead),
    owner:
      handover?.owner ?? (handover?.status === 'accepted' ? handover.answer?.by : undefined) ?? handover?.to,
    handover: handover?.number,
    reason: handover?.reason,
    status: handover?.status,
    openedAt: handover && minuteOf(handover.openedAt),
    answeredAt: handover?.answer && minuteOf(handover.answer.at),
    told: handover?.told,
    returned: returned?.reason,
    returnedAt: returned && minuteOf(returned.at),
    raisedAt: lead.raisedAt && hasOpenHandRaise(lead) ? minuteOf(lead.raisedAt) : undefined,
    callAt: handover?.callBack && minuteOf(handover.callBack.at),
    isStalled: lead.stalled === true,
    won: lead.won && Math.round(lead.won.value),
    wasErasedAt: lead.erasedAt === undefined ? undefined : minuteOf(lead.erasedAt) + 1,
  };
}

/** Whether two rows of a lead say the same; their versions may differ. */
export function isSameRow(one: DirectoryChange, other: DirectoryChange): boolean {
  const text = (row: DirectoryChange) => JSON.stringify({ ...row, version: 0 });
  return text(one) === text(other);
}

export function minuteOf(at: Instant): Minute {
  return Math.floor(Date.parse(at) / 60_000);
}

export function instantOf(minute: Minute): Instant {
  return new Date(minute * 60_000).toISOString();
}

/**
 * When something was last done by the lead or with it. Points know their day: once the lead changed on a later day, noon
 * stands for it.
 */
function lastActivity({ changedAt, origin, raisedAt, permission, handover, points, ...lead }: Lead): Instant {
  const days = daysOf(points);
  const done = days.map((day) => (day === dayOf(changedAt) ? changedAt : `${day}T12:00:00.000Z`));
  const { asked, granted, withdrawn } = permission ?? {};
  const outcomes = [handover?.answer?.at, lead.returned?.at, lead.lost?.at, lead.won?.at];
  const moments = [...done, origin?.at, raisedAt, asked, granted, withdrawn, ...outcomes];
  const last = moments.reduce<Instant>((a, b) => (b !== undefined && b > a ? b : a), '');
  return last === '' || last > changedAt ? changedAt : last;
}

function grantedSubjects({ mail, subjects }: Lead): readonly string[] {
  if (mail !== 'granted') return [];
  if (subjects === undefined) return [EVERY_SUBJECT];
  return Object.keys(subjects).filter((subject) => subjects[subject] === 'granted');
}
