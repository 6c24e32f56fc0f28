import { isDeepStrictEqual } from 'node:util';
import { deriveLead } from '../../../domain/handover/derive-lead.ts';
import type { RankBasis } from '../../../domain/handover/handover.ts';
import { withPointsOfFit, withTold } from '../../../domain/handover/lead-anew.ts';
import { roomAfterReturn, withReturnRescored } from '../../../domain/handover/new-points.ts';
import type { LeadId, VisitorId } from '../../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../../domain/identity/lead.ts';
import { newLead, withCampaign } from '../../../domain/identity/new-lead.ts';
import { NO_POINTS, withoutExpired } from '../../../domain/scoring/points-by-day.ts';
import { windowStart } from '../../../domain/scoring/score.ts';
import { plus } from '../../../domain/time.ts';
import {
  type AnyEvent,
  isLeadCapture,
  type LeadCapture,
  type PageView,
} from '../../../domain/tracking/event.ts';
import { LINK_GRACE_MS } from '../../../domain/tracking/link-grace.ts';
import { nextAction } from '../../../store/handover/actions.ts';
import { extendErasure } from '../../../store/identity/erasure.ts';
import { getLead, putLead } from '../../../store/identity/leads.ts';
import { linkVisitor } from '../../../store/identity/links.ts';
import { everythingOf } from '../../../store/tracking/history.ts';
import { untilWritten } from '../../../store/until-written.ts';
import { applyActions } from '../../handover/apply-actions.ts';
import { keepFindable } from '../../identity/search/keep-findable.ts';
import type { LeadSystem, ScoringSystem } from '../../lead-system.ts';
import { addPoints } from './add-points.ts';
import { mergeProfile, needsProfile } from './merge-profile.ts';
import { routeHandover } from './route-handover.ts';
import { withoutErased } from './without-erased.ts';

/** Why a lead is scored, besides its events. */
interface Occasion {
  /** Offers a stalled lead to sales; says why it was chosen. */
  offer?: RankBasis;
  /** Whether nothing is stored any more from before it was erased: until then it does not come back. */
  isCleared?: true;
  /** Page views that show that a browser is its owner's: a link in a mail to the address led there. */
  landings?: PageView[];
  /** Whether events may have been missed: all that is stored about the lead is looked at again. */
  isRepair?: true;
}

/**
 * Brings a lead up to date with events that may be new to it. Repeating it changes nothing.
 *
 * The lead is read before points are added, and written only over the version that was read. So every write includes
 * all points added before its own; points added later bring a write of their own.
 * @throws when the lead keeps changing, or the table refuses: try the events again.
 */
export async function scoreLead(
  system: ScoringSystem,
  id: LeadId,
  events: AnyEvent[],
  how: Occasion = {},
): Promise<void> {
  await untilWritten(() => scoreOnce(system, id, events, how));
}

/** @returns `conflict` when another process changed the lead or its profile first */
async function scoreOnce(
  system: ScoringSystem,
  id: LeadId,
  received: AnyEvent[],
  { offer, isCleared, landings = [], isRepair }: Occasion,
): Promise<'written' | 'conflict'> {
  const { table } = system;
  const now = system.now();
  const stored = await getLead(table, id);
  const before = stored === undefined || isErased(stored) ? undefined : stored;
  const events = await withoutErased(table, stored, received, isCleared);
  if (before === undefined && !events.some(isLeadCapture)) return 'written';
  if (stored?.due !== undefined && isErased(stored) && !isCleared) return extendErasure(table, stored);

  const playbook = await system.playbook(before?.playbook ?? 0);
  const isOutdated = before !== undefined && before.playbook < playbook.version;
  const isAnew = isOutdated || (before !== undefined && isRepair);
  // Whatever the stream missed is told now. A browser that was linked just now may be missing from the history.
  const { own, visits, visitors } = isAnew
    ? await everythingOf(table, id, { own: '', visits: windowStart(now, playbook.scoring) })
    : NOTHING;
  const said = own.filter(({ receivedAt }) => receivedAt > (stored?.erasedAt ?? ''));
  const told = [...said, ...visits, ...events];
  const captures = told.filter(isLeadCapture);
  const isTouched = isAnew || landings.length > 0 || events.some(needsProfile);
  const news = { events: told, landings, fields: playbook.fields, before };
  const profile = isTouched ? await mergeProfile(table, id, news) : undefined;
  if (profile === 'conflict') return 'conflict';
  const lead = withTold(before ?? newLeadAfter(stored, id), told, profile, playbook);
  const known = isOutdated ? NO_POINTS : withoutExpired(lead.points, playbook.scoring, now);
  const current = isOutdated ? withReturnRescored(lead, told, playbook.scoring) : lead;
  const room = roomAfterReturn(current, playbook.agreement);
  const earned = await addPoints(system, id, known, told, playbook, room);
  const points = profile === undefined ? earned : withPointsOfFit(earned, profile, playbook);
  const rescored = { ...withCampaign(current, told), points, playbook: playbook.version };
  const derived = deriveLead(rescored, events, playbook, {
    ...{ now, newToken: system.newToken },
    ...(offer && { offer }),
  });
  const isAnswerMissed = before !== undefined && (isRepair || assumesNoAnswer(before, derived));
  if (isAnswerMissed && (await applyMissed(system, before))) return 'conflict';
  const after = await routeHandover(system, before, derived, playbook, profile);
  if (before === undefined || !isDeepStrictEqual(before, after)) {
    const version = (stored?.version ?? 0) + 1;
    if ((await putLead(table, { ...after, version, changedAt: now })) === 'conflict') return 'conflict';
  }
  await linkVisitors(system, id, captures, visitors);
  if (profile !== undefined) await keepFindable(system, profile);
  return 'written';
}

const NOTHING = { own: [], visits: [], visitors: [] };

/** A lead that comes back keeps the moment it was erased. */
function newLeadAfter(erased: Lead | ErasedLead | undefined, id: LeadId): Lead {
  return { ...newLead(id), ...(erased?.erasedAt && { erasedAt: erased.erasedAt }) };
}

/** Whether the change is right only if sales has not answered: it reminds sales, or replaces an open offer. */
function assumesNoAnswer({ handover: before }: Lead, { handover: after }: Lead): boolean {
  const isReminded = after?.told !== undefined && after.told !== before?.told;
  return isReminded || (before?.status === 'open' && after?.number !== before.number);
}

/** Applies actions of sales that the lead lacks because a process died in between; false when it lacks none. */
async function applyMissed(system: LeadSystem, { id, actions }: Lead): Promise<boolean> {
  const missed = await nextAction(system.table, id, actions ?? 0);
  if (missed !== undefined) await applyActions(system, id);
  return missed !== undefined;
}

/**
 * Links the browsers that sent the forms. Once the lead is written: from then on their events count for it, and the
 * stream record of each link brings in what they did before.
 * @param linked those that are known to be linked already
 */
export async function linkVisitors(
  { table, now }: LeadSystem,
  id: LeadId,
  captures: LeadCapture[],
  linked: readonly VisitorId[] = [],
): Promise<void> {
  const due = plus(now(), LINK_GRACE_MS);
  for (const capture of captures) {
    if (capture.type === 'form' && capture.visitor && !linked.includes(capture.visitor))
      await linkVisitor(table, capture.visitor, id, { at: capture.at, due });
  }
}
