import { maySee, type Viewer } from '../console/viewer.ts';
import { totalPoints } from '../scoring/running-score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { type Day, dayOf, type Instant } from '../time.ts';
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

/** What some people of a company did together. */
export interface CompanySum {
  /** As most of them write it. */
  name?: string;
  /** Those whom the viewer may see, highest score first. */
  people: PersonOfCompany[];
  /** How many the viewer may not see. */
  hidden: number;
  points: number;
  /** When the first of them became known. */
  since?: Instant;
}

/** A page of a company: who they are together, and whose it is. */
export interface CompanyPage extends CompanySum {
  domain: string;
  /** Who of sales owns it, since when. */
  owner?: { person: string; at: Instant };
  /** How many people are known on this page and after it; `isMore`: there are more than that. */
  count: number;
  isMore: boolean;
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
  const since = seen.map(({ profile }) => profile.createdAt).sort()[0];
  return {
    people,
    ...(name !== undefined && { name }),
    ...(since !== undefined && { since }),
    hidden: cards.length - seen.length,
    points: people.reduce((sum, { score }) => sum + score, 0),
  };
}

function personOf(lead: Lead, profile: Profile, score: number): PersonOfCompany {
  const { firstName, lastName, name, jobTitle } = valuesOf(profile);
  const fullName = [firstName, lastName].filter(Boolean).join(' ') || name;
  const forms = Object.entries(profile.forms ?? {}).sort(([, a], [, b]) => (a < b ? 1 : -1));
  const days = [lead.points.daily, lead.points.window].flatMap((points) => Object.keys(points));
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
