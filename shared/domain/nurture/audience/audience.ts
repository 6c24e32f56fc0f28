import type { DirectoryRow } from '../../identity/directory/row.ts';
import type { Lead, Stage } from '../../identity/lead.ts';
import { consentFor, EVERY_SUBJECT } from '../../identity/mail-consent.ts';
import type { Profile } from '../../identity/profile.ts';
import { totalPoints } from '../../scoring/running-score.ts';
import { bandOf } from '../../scoring/score.ts';
import type { Scoring } from '../../scoring/scoring.ts';
import type { Instant } from '../../time.ts';
import type { AnyEvent } from '../../tracking/event.ts';
import { matchesPath } from '../../tracking/same-page.ts';
import type { Conditions } from '../sequence.ts';
import type { Audience } from './audience-rules.ts';

/** The facts that an audience is chosen by. */
export interface AudienceFacts {
  lead: Lead;
  profile: Profile | undefined;
  /** Events since points count; needed only if `dependsOnPages`. */
  history?: readonly AnyEvent[];
  scoring: Scoring;
  now: Instant;
}

/** The stages of those who may get a mail. */
export function readerStages({ stage }: Audience): readonly Stage[] {
  return stage ?? ['name', 'lead'];
}

/** Whether the audience names pages, so that the events of each lead must be read. */
export function dependsOnPages({ visited, notVisited }: Audience): boolean {
  return visited !== undefined || notVisited !== undefined;
}

/** Whether lists of leads know all that the audience asks. */
export function isKnownToLists(audience: Audience): boolean {
  const { knows, doesNotKnow, requested, notRequested } = audience;
  const unknown = [knows, doesNotKnow, requested, notRequested];
  return !dependsOnPages(audience) && unknown.every((one) => one === undefined);
}

/** Whether a lead is in the audience now. */
export function isInAudience(audience: Audience, facts: AudienceFacts): boolean {
  const { lead, scoring, now, history = [] } = facts;
  const { requested, notRequested, visited, notVisited, knows, doesNotKnow } = audience;
  const score = totalPoints(lead.points, scoring, now);
  const { origin, fit, stage } = lead;
  const row = { score, band: bandOf(score, scoring), fit, stage };
  const subjects = audience.subject?.some((subject) => consentFor(lead, subject) === 'granted') ?? true;
  return (
    subjects &&
    fitsRow(audience, { ...row, form: origin?.form, campaign: origin?.campaign }) &&
    (knows?.every((field) => isKnown(facts, field)) ?? true) &&
    !doesNotKnow?.some((field) => isKnown(facts, field)) &&
    (requested?.some((form) => hasRequested(facts, form)) ?? true) &&
    !notRequested?.some((form) => hasRequested(facts, form)) &&
    (visited === undefined || hasVisited(history, visited, scoring)) &&
    !(notVisited !== undefined && hasVisited(history, notVisited, scoring))
  );
}

/** Whether a lead may be in the audience, as far as lists know: they know no answers, forms and pages. */
export function mayBeInAudience(audience: Audience, row: DirectoryRow): boolean {
  const isAbout = (subject: string) => row.subjects.includes(subject) || row.subjects.includes(EVERY_SUBJECT);
  return (audience.subject?.some(isAbout) ?? true) && fitsRow(audience, row);
}

type Listed = Pick<DirectoryRow, 'score' | 'band' | 'fit' | 'stage' | 'form' | 'campaign'>;

function fitsRow(audience: Audience, { score, band, fit, stage, form, campaign }: Listed): boolean {
  const { bands, scoreFrom = 0, scoreBelow = Number.POSITIVE_INFINITY } = audience;
  return (
    readerStages(audience).includes(stage) &&
    (bands?.includes(band) ?? true) &&
    (audience.fit?.includes(fit) ?? true) &&
    score >= scoreFrom &&
    score < scoreBelow &&
    isAmong(form, audience.form) &&
    isAmong(campaign, audience.campaign)
  );
}

/** What is asked again when the mail is sent, hours after its readers were found. */
export function conditionsWhenSent(audience: Audience): Conditions {
  const { bands, fit, scoreFrom, scoreBelow, knows, doesNotKnow } = audience;
  const asked = { bands, fit, scoreFrom, scoreBelow, knows, doesNotKnow };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

function isAmong(value: string | undefined, values: readonly string[] | undefined): boolean {
  return values === undefined || (value !== undefined && values.includes(value));
}

function isKnown({ profile }: AudienceFacts, field: string): boolean {
  return (profile?.values[field]?.value ?? '') !== '';
}

function hasRequested({ profile }: AudienceFacts, form: string): boolean {
  return profile?.forms?.[form] !== undefined;
}

function hasVisited(history: readonly AnyEvent[], paths: readonly string[], { samePage }: Scoring): boolean {
  return history.some(
    (event) =>
      event.type === 'page' &&
      event.bot === undefined &&
      event.url !== undefined &&
      matchesPath(event.url, paths, samePage),
  );
}
