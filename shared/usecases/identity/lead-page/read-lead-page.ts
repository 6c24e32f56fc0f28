import { maySee, type Viewer } from '../../../domain/console/viewer.ts';
import { countryCode } from '../../../domain/fit/country.ts';
import type { SalesAction } from '../../../domain/handover/actions/action.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Lead } from '../../../domain/identity/lead.ts';
import type { LeadMessage, MailOnPage } from '../../../domain/identity/lead-page.ts';
import { type Profile, valuesOf } from '../../../domain/identity/profile.ts';
import type { Enrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import type { Instant } from '../../../domain/time.ts';
import { callLink } from '../../../gateways/handover/call-link.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { actionsBefore } from '../../../store/handover/actions.ts';
import { type LeadCard, leadCard } from '../../../store/identity/lead-card.ts';
import { enrolmentsOf } from '../../../store/nurture/enrolments.ts';
import type { Table } from '../../../store/table.ts';
import type { ReadSystem } from '../../lead-system.ts';
import { type ExplainedTimeline, explainedTimeline, type TimelinePart } from './explained-timeline.ts';
import { messagesOf } from './lead-messages.ts';
import { mailsIn } from './mails-in.ts';

export interface LeadPageSystem extends ReadSystem {
  /** Where a phone number without a country code belongs, unless the lead says otherwise: an ISO code. */
  country: string;
}

/** Everything that the page of one lead shows. */
export interface LeadPage extends LeadCard {
  playbook: Playbook;
  now: Instant;
  timeline: ExplainedTimeline;
  mails: ReadonlyMap<string, MailOnPage>;
  messages: LeadMessage[];
  enrolments: Enrolment[];
  /** What sales did last, oldest first. */
  actions: SalesAction[];
  /** The link that calls its number, if it can be dialled. */
  call?: string;
}

/** Part of the timeline of a lead, for a page that has the rest. */
export type LeadTimeline = Pick<LeadPage, 'lead' | 'profile' | 'playbook' | 'now' | 'timeline' | 'mails'>;

/** `hidden`: the lead was never with sales, and the viewer sees no others. `unknown`: no such lead, or it was erased. */
export type Unseen = 'hidden' | 'unknown';

/** Of the first page the headings of so many mails are read, each for half a read unit; of a later one, of all. */
const FIRST_MAILS = 3;
const PAGE_MAILS = 40;

/**
 * One lead, as its page shows it: at most eight read units with two browsers, however long its history is.
 * @param isFresh something was just written by who asks: read consistently what says so, at twice the price
 */
export async function readLeadPage(
  system: LeadPageSystem,
  viewer: Viewer,
  id: LeadId,
  { isFresh = false, ...part }: { isFresh?: boolean } & Partial<TimelinePart> = {},
): Promise<LeadPage | Unseen> {
  const { table } = system;
  const found = await readCard(system, viewer, id, isFresh);
  if (typeof found === 'string') return found;
  const { card, playbook, now } = found;
  const { lead, profile } = card;
  const [timeline, enrolments, call] = await Promise.all([
    explainedTimeline({ ...readingOf(system, found), now }, part as TimelinePart),
    lead.started === undefined ? [] : enrolmentsOf(table, id),
    callLinkOf(profile, system.country),
  ]);
  const events = timeline.events.map(({ event }) => event);
  const [actions, messages, mails] = await Promise.all([
    timeline.actions ?? lastActions(table, lead),
    messagesOf(table, card, events, playbook),
    mailsIn(table, events, FIRST_MAILS, now),
  ]);
  const told = actions.toReversed();
  return {
    ...card,
    playbook,
    now,
    timeline,
    mails,
    messages,
    enrolments,
    actions: told,
    ...(call && { call }),
  };
}

/** Only a part of the timeline. */
export async function readLeadTimeline(
  system: ReadSystem,
  viewer: Viewer,
  id: LeadId,
  part: TimelinePart,
): Promise<LeadTimeline | Unseen> {
  const found = await readCard(system, viewer, id, false);
  if (typeof found === 'string') return found;
  const { card, playbook, now } = found;
  const timeline = await explainedTimeline(readingOf(system, found), part);
  const events = timeline.events.map(({ event }) => event);
  const mails = await mailsIn(system.table, events, PAGE_MAILS, now);
  return { ...card, playbook, now, timeline, mails };
}

const LAST_ACTIONS = 20;

/** The last that sales did, newest first. */
async function lastActions(table: Table, { id, actions }: Lead): Promise<SalesAction[]> {
  return actions === undefined ? [] : (await actionsBefore(table, id, { limit: LAST_ACTIONS })).actions;
}

interface Found {
  card: LeadCard;
  playbook: Playbook;
  now: Instant;
}

async function readCard(
  { table, playbook, now }: ReadSystem,
  viewer: Viewer,
  id: LeadId,
  isConsistent: boolean,
): Promise<Found | Unseen> {
  const card = await leadCard(table, id, { isConsistent });
  if (card === undefined) return 'unknown';
  if (!maySee(viewer, card.lead)) return 'hidden';
  return { card, playbook: await playbook(card.lead.playbook), now: now() };
}

function readingOf({ table }: ReadSystem, { card: { lead, profile }, playbook, now }: Found) {
  const by = { ...playbook, version: lead.playbook };
  return { table, lead: lead.id, profile, playbook: by, now, hasActions: lead.actions !== undefined };
}

async function callLinkOf(profile: Profile, ours: string): Promise<string | undefined> {
  const { phone, country = '' } = valuesOf(profile);
  return phone === undefined ? undefined : callLink(phone, countryCode(country) ?? ours);
}
