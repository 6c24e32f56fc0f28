import type { Language } from '../language.ts';
import { isSame } from '../normalise-text.ts';
import type { Instant } from '../time.ts';
import type { LeadCapture, MailConsentChange, PageView, Submission } from '../tracking/event.ts';
import type { LeadId } from './ids.ts';
import { type PermissionProof, withConfirmed, withPermission } from './permission-proofs.ts';
import {
  browserName,
  type ClaimedValue,
  type Rank,
  rankClaims,
  rankOf,
  type Speakers,
  voiceOf,
  withoutForgotten,
  withVoice,
} from './trust.ts';

/** Who a lead is. Larger than the lead's record and seldom written. */
export interface Profile extends Speakers {
  id: LeadId;
  version: number;
  email: string;
  values: Record<string, ClaimedValue>;
  /** The losing claims on each value. */
  heard?: Record<string, ClaimedValue[]>;
  permissions: PermissionProof[];
  /** When each form was last sent. */
  forms?: Record<string, Instant>;
  /** When it last asked to talk to a person, the newest first. */
  raised?: Instant[];
  createdAt: Instant;
  locale: Language;
  /** The languages of its forms and of other systems, the winner first. */
  languages?: ClaimedValue[];
}

/**
 * The profile with the values and the permission from a form or import, in any order. `rankClaims` decides which
 * value of a field wins. An empty answer is ignored, unless a colleague gave it: then nothing is known.
 */
export function withCapture(profile: Profile | undefined, id: LeadId, event: LeadCapture): Profile {
  const before = profile ?? blank(id, event);
  const isForm = event.type === 'form';
  const asked = isForm && event.permission !== undefined ? { asked: event.at } : {};
  const said = isForm
    ? { at: event.at, source: `form ${event.form}`, by: voiceOf(event), ...asked }
    : // An import is dated by its permission, but its values are as the other system knows them now.
      {
        ...{ at: event.receivedAt, source: event.source },
        ...(event.by !== undefined && { colleague: event.by }),
      };
  const answers = Object.entries(event.values).filter(([, value]) => value !== '' || 'colleague' in said);
  return resolved(
    {
      ...before,
      permissions: withPermission(before.permissions, event),
      ...(isForm && { forms: withForm(before.forms, event) }),
      ...(isForm && event.handRaise && { raised: withRaise(before.raised, event.at) }),
      ...(isForm && { voices: withVoice(before, voiceOf(event), { ...asked, ...sinceOf(event) }) }),
      createdAt: event.at < before.createdAt ? event.at : before.createdAt,
    },
    new Map(answers.map(([field, value]) => [field, { value, ...said }])),
    event.locale && { value: event.locale, ...said },
  );
}

const sinceOf = ({ visitor, at }: Submission) => (visitor === undefined ? {} : { since: at });

/** The profile with a confirmation by the owner of the address, of permission and of the voice that asked for it. */
export function withConfirmation(profile: Profile, event: MailConsentChange, withdrawn?: Instant): Profile {
  const { at, how, voice } = event;
  const permissions = withConfirmed(profile.permissions, event, withdrawn);
  if (how !== 'confirmation') return resolved({ ...profile, permissions });
  const clickedAt = at > (profile.clickedAt ?? '') ? at : (profile.clickedAt ?? at);
  const speakers = { ...profile, clickedAt };
  const voices =
    voice === undefined ? withoutForgotten(speakers) : withVoice(speakers, voice, { confirmed: at });
  return resolved({ ...profile, permissions, clickedAt, voices });
}

/** The profile after a link in a mail to the address led a browser to the website. */
export function withLanding(
  profile: Profile,
  { visitor, receivedAt }: Pick<PageView, 'visitor' | 'receivedAt'>,
): Profile {
  const voices = withVoice(profile, browserName(visitor), { landed: receivedAt });
  return resolved({ ...profile, voices });
}

/** The values that are known of a person, by field. What a colleague emptied is not among them. */
export function valuesOf({ values }: Pick<Profile, 'values'>): Record<string, string> {
  const known = Object.entries(values).filter(([, { value }]) => value !== '');
  return Object.fromEntries(known.map(([field, { value }]) => [field, value]));
}

/** A value that somebody whose word counts for less, or an earlier one, said instead of the one that counts. */
export interface Contradiction {
  field: string;
  value: string;
  at: Instant;
  source: string;
  rank: Rank;
}

/** What contradicts the values of a profile: each other value once, by field, the highest rank first. */
export function contradictionsOf(profile: Profile): Contradiction[] {
  return Object.entries(profile.heard ?? {}).flatMap(([field, claims]) => {
    const said = [profile.values[field]?.value ?? ''];
    return claims.flatMap((claim) => {
      const { value, at, source } = claim;
      if (said.some((other) => isSame(other, value))) return [];
      said.push(value);
      return [{ field, value, at, source, rank: rankOf(claim, profile) }];
    });
  });
}

function blank(id: LeadId, event: LeadCapture): Profile {
  return {
    id,
    version: 0,
    email: event.email,
    values: {},
    permissions: [],
    createdAt: event.at,
    locale: 'en',
  };
}

/** The profile after ranking the claims on each field again, with new ones. */
function resolved(
  profile: Profile,
  answers = new Map<string, ClaimedValue>(),
  language?: ClaimedValue,
): Profile {
  const { heard: _, languages = [], ...rest } = profile;
  const values: Profile['values'] = {};
  const heard: NonNullable<Profile['heard']> = {};
  for (const field of new Set([...Object.keys(profile.values), ...answers.keys()])) {
    const claims = [profile.values[field], ...(profile.heard?.[field] ?? []), answers.get(field)];
    const [winner, ...losers] = rankClaims(
      claims.filter((claim) => claim !== undefined),
      profile,
    );
    if (winner !== undefined) values[field] = winner;
    if (losers.length > 0) heard[field] = losers;
  }
  const spoken = rankClaims(language === undefined ? languages : [...languages, language], profile);
  return {
    ...rest,
    values,
    ...(Object.keys(heard).length > 0 && { heard }),
    ...(spoken.length > 0 && { languages: spoken }),
    locale: (spoken[0]?.value as Profile['locale'] | undefined) ?? profile.locale,
  };
}

function withForm(forms: Profile['forms'], { form, at }: Submission): Record<string, Instant> {
  const last = forms?.[form];
  return { ...forms, [form]: last === undefined || at > last ? at : last };
}

/** How many moments of a raised hand are kept: each leads to what was written then. */
const RAISES = 5;

function withRaise(raised: Instant[] = [], at: Instant): Instant[] {
  return [...new Set([...raised, at])].sort().reverse().slice(0, RAISES);
}
