import { type Fit, fitOf, withSalesVerdict } from '../../fit/fit.ts';
import type { FitRules } from '../../fit/fit-rules.ts';
import type { Field, Form } from '../../forms/form.ts';
import type { LeadId } from '../../identity/ids.ts';
import type { MailConsent } from '../../identity/mail-consent.ts';
import type { PermissionProof } from '../../identity/permission-proofs.ts';
import { type Contradiction, contradictionsOf, type Profile, valuesOf } from '../../identity/profile.ts';
import { isUnconfirmed } from '../../identity/trust.ts';
import type { Localised } from '../../language.ts';
import { type LedgerEntry, score } from '../../scoring/score.ts';
import type { Scoring } from '../../scoring/scoring.ts';
import type { Instant } from '../../time.ts';
import type { AnyEvent, Submission } from '../../tracking/event.ts';
import type { SalesAction } from '../actions/action.ts';
import type { Agreement } from '../agreement.ts';
import type { Handover, HandoverReason } from '../handover.ts';
import type { HandedOverLead } from '../handovers.ts';
import { answerDeadline } from '../overdue.ts';
import { confirmedEvents, restsOnUnconfirmed } from '../unconfirmed.ts';
import { activitiesOf, activityOf, byTime } from './activities.ts';
import type { Activity } from './activity.ts';
import { closedAddressIn } from './closed-address.ts';
import { type Contact, contactOf, otherNameOf } from './contact.ts';
import { personName, type TeamNames } from './person-name.ts';
import { type DossierScore, type ReachedScore, reachedIn, scorePart } from './score-part.ts';

/** What sales reads before calling. */
export interface Dossier {
  lead: LeadId;
  /** `to`, `owner` and `answer.by` are names of people. */
  handover: Omit<Handover, 'token'>;
  contact: Contact;
  /** What others said instead of the contact details that count. */
  contradictions: Contradiction[];
  fit: Fit;
  /** Labels of the questions that the fit mentions, by field. */
  labels: Readonly<Record<string, Localised>>;
  why: Why;
  /** In order of time. */
  activities: Activity[];
  /** What sales did with the lead, oldest first; `by` is the name of a person. */
  actions: SalesAction[];
  score: DossierScore;
  permission?: PermissionProof;
  /** Whether that permission holds: only ticked, confirmed, or withdrawn since. */
  consent: MailConsent;
  /** When sales must have answered by the agreement. */
  answerDeadline: Instant;
  /** When the lead was first seen. */
  knownSince: Instant;
}

/** What a hand-raiser wrote, in the form with this title. */
interface Message {
  at: Instant;
  title?: Localised;
  text: string;
  /** No click in a mail confirmed that it comes from the owner of the address. */
  isUnconfirmed?: true;
}

/**
 * Why now. `raised` has the newest messages, newest first, and how many there are before them. A raised hand is always mentioned, even
 * when points opened the hand-over.
 */
interface Why {
  reason: HandoverReason;
  /** The scores beside the total that had reached their thresholds. */
  reached: ReachedScore[];
  raised?: { at: Instant; messages: Message[]; earlier: number; isUnconfirmed: boolean };
  /** It passed the threshold only by points of forms and browsers that nobody confirmed. */
  restsOnUnconfirmed: boolean;
  /** The last activities that earned points before the hand-over, oldest first. */
  steps: { activity: Activity; points: number }[];
}

/** The parts of the playbook that a dossier needs. */
export interface DossierRules {
  scoring: Scoring;
  fit: FitRules;
  fields: Readonly<Record<string, Field>>;
  forms: Readonly<Record<string, Form>>;
  agreement: Agreement;
  sales: { team: TeamNames };
}

export interface DossierInput {
  lead: HandedOverLead;
  profile: Profile;
  events: readonly AnyEvent[];
  actions: readonly SalesAction[];
  playbook: DossierRules;
  now: Instant;
  /** The link that calls its phone number, if it can be dialled. */
  call?: string;
}

const STEPS = 5;
const MESSAGES = 5;

/** The dossier of a lead at its hand-over. Events may come in any order; actions in order of their numbers. */
export function dossierOf({ lead, profile, events, actions, playbook, now, call }: DossierInput): Dossier {
  const { handover } = lead;
  const { team } = playbook.sales;
  const { scoring } = playbook;
  const known = fitOf(profile.email, valuesOf(profile), playbook.fit);
  const fit = withSalesVerdict(known, lead.judged);
  const scored = score(events, scoring, now, known);
  const confirmed = score(confirmedEvents(events, profile), scoring, now, known);
  const permission =
    profile.permissions.findLast(({ confirmedAt }) => lead.mail === 'granted' && confirmedAt !== undefined) ??
    profile.permissions.at(-1);
  const closed = closedAddressIn(events);
  const contradictions = [...contradictionsOf(profile), ...otherNameOf(profile)];
  return {
    lead: lead.id,
    handover: withNames(handover, team),
    contact: { ...contactOf(profile, playbook.fields), ...(call && { call }), ...(closed && { closed }) },
    contradictions,
    fit,
    labels: labelsOf([...namesIn(fit), ...contradictions.map(({ field }) => field)], playbook.fields),
    why: {
      reason: handover.reason,
      reached: reachedIn(handover, scoring),
      ...handRaises(events, playbook, profile),
      restsOnUnconfirmed: restsOnUnconfirmed(handover, events, profile, scoring, known),
      steps: lastStepsBefore(scored.ledger, events, playbook.forms, handover.openedAt),
    },
    activities: activitiesOf(events, playbook.forms, playbook.scoring.samePage),
    actions: actions.map((action) => actionWithNames(action, team)),
    score: scorePart(scored, confirmed, scoring),
    ...(permission && { permission }),
    consent: lead.mail,
    answerDeadline: answerDeadline(handover, playbook.agreement),
    knownSince: events.reduce((first, { at }) => (at < first ? at : first), profile.createdAt),
  };
}

function namesIn({ reasons, ask }: Fit): string[] {
  return [...ask, ...reasons.flatMap((reason) => ('field' in reason ? reason.field : []))];
}

function labelsOf(named: string[], fields: DossierRules['fields']): Dossier['labels'] {
  return Object.fromEntries(
    named.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name].label]])),
  );
}

function withNames({ token: _, ...handover }: Handover, team: TeamNames): Dossier['handover'] {
  const { owner, to, answer } = handover;
  return {
    ...handover,
    ...(owner !== undefined && { owner: personName(team, owner) }),
    ...(to !== undefined && { to: personName(team, to) }),
    ...(answer && { answer: { ...answer, by: personName(team, answer.by) } }),
  };
}

function actionWithNames(action: SalesAction, team: TeamNames): SalesAction {
  const by = personName(team, action.by);
  return action.action === 'assign' ? { ...action, by, to: personName(team, action.to) } : { ...action, by };
}

function handRaises(
  events: readonly AnyEvent[],
  { forms, fields }: DossierRules,
  profile: Profile,
): Pick<Why, 'raised'> {
  const raised = events.filter(raisesHand).sort((a, b) => byTime(b, a));
  const [last] = raised;
  if (last === undefined) return {};
  /** By what was written: the same sent again is one message, of its last time. */
  const messages = new Map<string, Message>();
  for (const event of raised) {
    const { at, form, values } = event;
    const text = Object.entries(values)
      .filter(([field, value]) => fields[field]?.type === 'textarea' && value !== '')
      .map(([, value]) => value)
      .join('\n\n');
    const title = forms[form]?.title;
    if (text !== '' && !messages.has(text)) {
      const doubt = isUnconfirmed(event, profile) && { isUnconfirmed: true as const };
      messages.set(text, { at, text, ...(title && { title }), ...doubt });
    }
  }
  const shown = [...messages.values()].slice(0, MESSAGES);
  const about = { at: last.at, isUnconfirmed: isUnconfirmed(last, profile) };
  return { raised: { ...about, messages: shown, earlier: messages.size - shown.length } };
}

function raisesHand(event: AnyEvent): event is Submission {
  return event.type === 'form' && event.handRaise === true && event.spam === undefined;
}

function lastStepsBefore(
  ledger: readonly LedgerEntry[],
  events: readonly AnyEvent[],
  forms: DossierRules['forms'],
  openedAt: Instant,
): Why['steps'] {
  const before = events.filter((event) => event.receivedAt <= openedAt && !raisesHand(event));
  const byId = new Map(before.map((event) => [event.id, event]));
  const steps = ledger.flatMap(({ eventId, points }) => {
    const event = byId.get(eventId);
    const activity = event && activityOf(event, forms);
    return activity ? [{ activity, points }] : [];
  });
  return steps.slice(-STEPS);
}
