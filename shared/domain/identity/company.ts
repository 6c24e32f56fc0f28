import { may, maySee, type Viewer } from '../console/viewer.ts';
import { daysOf } from '../scoring/points-by-day.ts';
import { totalPoints } from '../scoring/running-score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { type Day, dayOf, type Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { type DirectoryRow, instantOf } from './directory/row.ts';
import type { LeadId } from './ids.ts';
import type { Lead, Stage } from './lead.ts';
import { type Profile, valuesOf } from './profile.ts';

/** Somebody of a company, and what it did. */
export interface PersonOfCompany {
  id: LeadId;
  email: string;
  name?: string;
  jobTitle?: string;
  stage: Stage;
  score: number;
  /** When it last earned points or sent a form. */
  activeOn?: Day;
  /** The last one. */
  handover?: NonNullable<Lead['handover']>;
  /** The names of the forms that it sent, the newest first. */
  forms: string[];
}

/** Something that somebody did. */
export interface Doing {
  event: AnyEvent;
  /** No click in a mail confirmed who did this. */
  isUnconfirmed: boolean;
}

/** What some people of a company did together. */
export interface CompanySum {
  /** As most of them write it. */
  name?: string;
  /** Those whom the viewer may see, highest score first. */
  people: PersonOfCompany[];
  /** How many the viewer may not see. */
  hidden: number;
  points: number;
}

/** What all people of a company are and did together, as far as a viewer may see. */
export interface CompanyTotals {
  /** How many people are known, whether or not the viewer may see them. */
  known: number;
  /** How many of them the viewer may not see; all that follows is about the others. */
  hidden: number;
  points: number;
  stages: Partial<Record<Stage, number>>;
  /** When one of them last did something. */
  activeAt?: Instant;
}

/** A page of a company: who they are together, and whose it is. */
export interface CompanyPage extends CompanySum {
  domain: string;
  /** Who of sales owns it, since when. */
  owner?: { person: string; at: Instant };
  /** Of all people, or of the first of them when there are more (`isMore`). Absent until the lists of leads are made. */
  totals?: CompanyTotals;
  isMore: boolean;
  /** When the first of them became known; absent when there are too many to look. */
  since?: Instant;
  /** What each person on the page did last, newest first. */
  doings: ReadonlyMap<LeadId, readonly Doing[]>;
  /** After whom the next page begins. */
  next?: LeadId;
}

/** What people of a company did, as far as a viewer may see. */
export function sumOfCompany(
  cards: readonly { lead: Lead; profile: Profile }[],
  viewer: Viewer,
  scoring: Scoring,
  now: Instant,
): CompanySum {
  const seen = cards.filter(({ lead }) => maySee(viewer, lead));
  const people = seen
    .map(({ lead, profile }) => personOf(lead, profile, totalPoints(lead.points, scoring, now)))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const name = mostFrequent(seen.flatMap(({ profile }) => valuesOf(profile).company ?? []));
  return {
    people,
    ...(name !== undefined && { name }),
    hidden: cards.length - seen.length,
    points: people.reduce((sum, { score }) => sum + score, 0),
  };
}

/**
 * Adds up the rows of all people of a company. What the people on a page say themselves is newer than their rows, and
 * counts instead.
 */
export function totalsOfCompany(
  rows: readonly DirectoryRow[],
  people: readonly PersonOfCompany[],
  viewer: Viewer,
): CompanyTotals {
  const own = new Map(people.map((person) => [person.id, person]));
  const listed = new Set(rows.map(({ id }) => id));
  const seesAll = may(viewer, 'see-all-leads');
  const seen = rows.filter(({ id, handover }) => own.has(id) || seesAll || handover !== undefined);
  const added = people.filter(({ id }) => !listed.has(id));
  const all = [...seen.map((row) => ({ ...row, ...own.get(row.id) })), ...added];
  const stages: CompanyTotals['stages'] = {};
  for (const { stage } of all) stages[stage] = (stages[stage] ?? 0) + 1;
  const last = seen.reduce((latest, { activeAt }) => Math.max(latest, activeAt), 0);
  return {
    ...{ known: rows.length + added.length, hidden: rows.length - seen.length },
    points: all.reduce((sum, { score }) => sum + score, 0),
    stages,
    ...(last > 0 && { activeAt: instantOf(last) }),
  };
}

function personOf(lead: Lead, profile: Profile, score: number): PersonOfCompany {
  const { firstName, lastName, name, jobTitle } = valuesOf(profile);
  const fullName = [firstName, lastName].filter(Boolean).join(' ') || name;
  const forms = Object.entries(profile.forms ?? {}).sort(([, a], [, b]) => (a < b ? 1 : -1));
  const days = daysOf(lead.points);
  const activeOn = [...days, ...forms.map(([, at]) => dayOf(at))].sort().at(-1);
  return {
    ...{ id: lead.id, email: profile.email, stage: lead.stage, score },
    ...(fullName && { name: fullName }),
    ...(jobTitle && { jobTitle }),
    ...(activeOn !== undefined && { activeOn }),
    ...(lead.handover && { handover: lead.handover }),
    forms: forms.map(([form]) => form),
  };
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = Object.entries(Object.groupBy(names, (name) => name));
  const [first] = counts.sort(
    ([a, one = []], [b, other = []]) => other.length - one.length || (a < b ? -1 : 1),
  );
  return first?.[0];
}
