import type { SalesAction } from '../../../domain/handover/actions/action.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { ExplainedEvent } from '../../../domain/identity/lead-page.ts';
import type { Profile } from '../../../domain/identity/profile.ts';
import { isUnconfirmed } from '../../../domain/identity/trust.ts';
import { explainEvents } from '../../../domain/scoring/explain-events.ts';
import type { Scoring } from '../../../domain/scoring/scoring.ts';
import { readWindowKey, type WindowKey } from '../../../domain/scoring/window-keys.ts';
import type { Day, Instant } from '../../../domain/time.ts';
import type { AnyEvent } from '../../../domain/tracking/event.ts';
import type { SalesEvent, TimelineEvent, TimelineKind } from '../../../domain/tracking/timeline-kinds.ts';
import { countedOf } from '../../../store/scoring/tallies.ts';
import type { Table } from '../../../store/table.ts';
import { type TimelinePlace, timelineOfDay, timelinePage } from '../../../store/tracking/timeline.ts';

/** A part of a timeline: the newest, what is before a place, only some kinds, or one day. */
export type TimelinePart = { after?: TimelinePlace; kind?: TimelineKind } | { day: Day };

export interface ExplainedTimeline {
  /** Newest first. */
  events: ExplainedEvent[];
  next?: TimelinePlace;
  /** The newest actions of sales, newest first, if they were read for it. */
  actions?: SalesAction[];
  /** Not everything of the day is there: it was more than can be shown. */
  isCut?: true;
}

interface Reading {
  table: Table;
  lead: LeadId;
  profile: Profile;
  playbook: { version: number; scoring: Scoring };
  now: Instant;
  /** Whether sales did anything yet. */
  hasActions: boolean;
}

const PAGE = 20;

/**
 * A part of the timeline with the points of each event. One read unit for the lead itself and for each browser, at most,
 * and one for what sales did.
 */
export async function explainedTimeline(reading: Reading, part: TimelinePart): Promise<ExplainedTimeline> {
  const { table, lead, hasActions } = reading;
  if ('day' in part) {
    const { events, isCut } = await timelineOfDay(table, lead, part.day);
    const counted = await countedIn(reading, events);
    const shown = explained(reading, events, { isFromStart: !isCut, isToEnd: false, counted });
    return { events: shown, ...(isCut && { isCut }) };
  }
  const { after, kind } = part;
  const all = hasActions ? undefined : (['visits', 'mails', 'forms'] as const);
  const kinds = kind === undefined ? all : [kind];
  const { events, next, actions } = await timelinePage(table, lead, {
    ...{ limit: PAGE, isThrifty: true },
    ...(after && { after }),
    ...(kinds && { kinds }),
  });
  const counted = after === undefined ? [] : await countedIn(reading, events);
  const of = { isFromStart: next === undefined, isToEnd: after === undefined, counted };
  const isWithSales = kind === undefined || kind === 'sales';
  return {
    events: explained(reading, events, of),
    ...(isWithSales && { actions: actions.map(actionOf) }),
    ...(next && { next }),
  };
}

function explained(
  { profile, playbook, now }: Reading,
  events: readonly TimelineEvent[],
  of: { isFromStart: boolean; isToEnd: boolean; counted: readonly WindowKey[] },
): ExplainedEvent[] {
  const own = events.filter(isOwn);
  const points = explainEvents({ ...of, events: own }, playbook.scoring, now);
  // A stay tells more of a view that is there; without points of its own it says nothing new.
  const shown = events.filter(({ type, id }) => type !== 'stay' || points.has(id));
  return shown.map((event) => {
    const earned = points.get(event.id);
    const doubt = isOwn(event) && isUnconfirmed(event, profile);
    return { event, ...(earned && { earned }), ...(doubt && { isUnconfirmed: true }) };
  });
}

/** What counted once in the window, which only events of a product and withdrawals need. */
async function countedIn(
  { table, lead, playbook }: Reading,
  events: readonly TimelineEvent[],
): Promise<WindowKey[]> {
  if (!events.some(({ type }) => type === 'track' || type === 'mail-consent')) return [];
  const of = { lead, playbook: playbook.version, scope: 'window' as const };
  return (await countedOf(table, of)).map(readWindowKey);
}

function actionOf({ id: _, type: __, receivedAt: ___, ...action }: SalesEvent): SalesAction {
  return action as SalesAction;
}

function isOwn(event: TimelineEvent): event is AnyEvent {
  return event.type !== 'sales';
}
