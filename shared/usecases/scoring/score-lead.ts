import { isDeepStrictEqual } from 'node:util';
import { conclude } from '../../domain/handover/derive-lead.ts';
import type { RankBasis } from '../../domain/handover/handover.ts';
import { withReturnRescored } from '../../domain/handover/new-points.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
import { withMailConsent } from '../../domain/identity/mail-consent.ts';
import { firstMeeting, withAnswered, withCampaign } from '../../domain/identity/new-lead.ts';
import { type Profile, withAnswers, withConfirmation } from '../../domain/identity/profile.ts';
import {
  marksOf,
  NO_POINTS,
  type Points,
  withMarks,
  withoutExpired,
} from '../../domain/scoring/running-score.ts';
import { windowStart } from '../../domain/scoring/score.ts';
import { dayOf, endOfDaySeconds, type Instant, plus, plusDays } from '../../domain/time.ts';
import type { AnyEvent, Import, MailConsentChange, Submission } from '../../domain/tracking/event.ts';
import { UNDER_WAY_MS } from '../../domain/tracking/link-grace.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { actionsOf } from '../../store/handover/actions.ts';
import { removeLeftovers } from '../../store/identity/erasure.ts';
import { getLead, putLead } from '../../store/identity/leads.ts';
import { link } from '../../store/identity/links.ts';
import { getProfile, putProfile } from '../../store/identity/profiles.ts';
import { addMarks } from '../../store/scoring/tallies.ts';
import type { Table } from '../../store/table.ts';
import { historyOf } from '../../store/tracking/history.ts';
import { applyActions } from '../handover/apply-actions.ts';
import { routeHandover } from '../handover/route-handover.ts';

export interface ScoreSystem {
  table: Table;
  now: () => Instant;
  /** The current playbook, at least as new as a version that is known to exist. */
  playbook: (atLeast: number) => Promise<Playbook>;
  newToken: () => string;
}

/** How often a lead is read again when somebody else wrote it in between. */
const ATTEMPTS = 10;

/**
 * Brings a lead up to date with events that may be new to it. Repeating it changes nothing.
 *
 * The lead is read before marks are added, and written only over the version that was read. So whoever writes
 * has seen every mark that was added before its own; a mark added later brings a write of its own.
 * @param offer offers it to sales, if it is stalled: by what it was chosen
 * @throws when the lead keeps changing under it, or the table refuses: try the events again.
 */
export async function scoreLead(
  system: ScoreSystem,
  id: LeadId,
  events: AnyEvent[],
  offer?: RankBasis,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await scoreOnce(system, id, events, offer)) return;
  }
  throw new Error('The lead changed under every attempt to score it');
}

/** Whether it is done; not, when somebody else wrote the lead or its profile first. */
async function scoreOnce(
  system: ScoreSystem,
  id: LeadId,
  told: AnyEvent[],
  offer: RankBasis | undefined,
): Promise<boolean> {
  const { table } = system;
  const now = system.now();
  const stored = await getLead(table, id);
  const before = stored === undefined || isErased(stored) ? undefined : stored;
  const events = await withoutForgotten(table, stored, told);
  const answers = events.filter(isAnswer);
  const isConfirmed = events.some(isConfirmation);
  if (before === undefined && answers.length === 0) return true;

  const playbook = await system.playbook(before?.playbook ?? 0);
  const isOutdated = before !== undefined && before.playbook < playbook.version;
  const isProfileNeeded = answers.length > 0 || isConfirmed || isOutdated;
  const profile = isProfileNeeded ? await mergeProfile(table, id, events, before) : undefined;
  if (profile === 'conflict') return false;
  const answered = withAnswered(before ?? meetAgain(id, stored), answers, profile, playbook.fit);
  const lead = withMailConsent(answered, events, playbook.mailing.doubleOptIn);
  // The history of a browser that is linked this moment may not be found yet, so what was told counts too.
  const counted = isOutdated
    ? [...(await historyOf(table, id, windowStart(now, playbook.scoring))), ...events]
    : events;
  const known = isOutdated ? NO_POINTS : withoutExpired(lead.points, playbook.scoring, now);
  const points = await gather(system, id, known, counted, playbook);
  const current = isOutdated ? withReturnRescored(lead, counted, playbook.scoring) : lead;
  const rescored = { ...withCampaign(current, counted), points, playbook: playbook.version };
  const concluded = conclude(rescored, events, playbook, {
    ...{ now, newToken: system.newToken },
    ...(offer && { offer }),
  });
  if (before !== undefined && countsOnSilence(before, concluded) && (await hasAnswer(system, before)))
    return false;
  const after = await routeHandover(system, before, concluded, playbook, profile);
  if (before === undefined || !isDeepStrictEqual(before, after)) {
    const version = (stored?.version ?? 0) + 1;
    if ((await putLead(table, { ...after, version, changedAt: now })) === 'conflict') return false;
  }
  await linkVisitors(system, id, answers);
  return true;
}

/** Whether it takes for granted that sales has not answered: sales is reminded, or an offer gives way to a hand-over. */
function countsOnSilence({ handover: before }: Lead, { handover: after }: Lead): boolean {
  const isReminded = after?.told !== undefined && after.told !== before?.told;
  return isReminded || (before?.status === 'open' && after?.number !== before.number);
}

/** Whether sales answered and that was not written down in the lead, because it died in between; now it is. */
async function hasAnswer(system: ScoreSystem, { id, actions = 0 }: Lead): Promise<boolean> {
  const unheard = await actionsOf(system.table, id, actions);
  if (unheard.length > 0) await applyActions(system, id);
  return unheard.length > 0;
}

/** The events without those from before the lead was erased: what came back of these is removed again. */
async function withoutForgotten(
  table: Table,
  stored: Lead | ErasedLead | undefined,
  told: AnyEvent[],
): Promise<AnyEvent[]> {
  if (stored?.erasedAt === undefined) return told;
  const { erasedAt } = stored;
  // Of a lead that is back, only its own acts: visits from before may be those of a browser that is new to it.
  const mayCount = ({ type }: AnyEvent) => !isErased(stored) && (type === 'page' || type === 'track');
  const events = told.filter((event) => event.receivedAt > erasedAt || mayCount(event));
  if (events.length < told.length) await removeLeftovers(table, { ...stored, erasedAt });
  return events;
}

function meetAgain(id: LeadId, erased: Lead | ErasedLead | undefined): Lead {
  return { ...firstMeeting(id), ...(erased?.erasedAt && { erasedAt: erased.erasedAt }) };
}

/**
 * Links the browsers that sent the answers. Only now that the lead is there: from this moment on their events
 * are counted for it, and the stream of the links brings what they did before.
 */
async function linkVisitors(
  { table, now }: ScoreSystem,
  id: LeadId,
  answers: (Submission | Import)[],
): Promise<void> {
  const due = plus(now(), UNDER_WAY_MS);
  for (const answer of answers) {
    if (answer.type === 'form' && answer.visitor)
      await link(table, answer.visitor, id, { at: answer.at, due });
  }
}

function isAnswer(event: AnyEvent): event is Submission | Import {
  return event.type === 'import' || (event.type === 'form' && event.spam === undefined);
}

function isConfirmation(event: AnyEvent): event is MailConsentChange {
  return event.type === 'mail-consent' && event.to === 'granted';
}

async function mergeProfile(
  table: Table,
  id: LeadId,
  events: AnyEvent[],
  lead: Lead | undefined,
): Promise<Profile | undefined | 'conflict'> {
  const stored = await getProfile(table, id);
  let merged = stored;
  for (const answer of events.filter(isAnswer)) merged = withAnswers(merged, id, answer);
  for (const confirmation of events.filter(isConfirmation)) {
    merged = merged && withConfirmation(merged, confirmation, lead?.permission?.withdrawn);
  }
  if (merged === undefined || isDeepStrictEqual(stored, merged)) return stored;
  const next = { ...merged, version: merged.version + 1 };
  return (await putProfile(table, next)) === 'written' ? next : 'conflict';
}

/** The points with what the events add, one write for each day that is not full yet. */
async function gather(
  { table, now }: ScoreSystem,
  lead: LeadId,
  points: Points,
  events: AnyEvent[],
  { scoring, version: playbook }: Playbook,
): Promise<Points> {
  const at = now();
  let next = points;
  for (const [scope, marks] of marksOf(events, scoring, at, points)) {
    const lastDay = plusDays(scope === 'window' ? dayOf(at) : scope, scoring.windowDays + 1);
    const all = await addMarks(table, { lead, playbook, scope }, marks, endOfDaySeconds(lastDay));
    next = withMarks(next, scope, all, scoring, at);
  }
  return next;
}
