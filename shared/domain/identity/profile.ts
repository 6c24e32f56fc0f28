import type { Language } from '../language.ts';
import type { Instant } from '../time.ts';
import type { LeadCapture, MailConsentChange, Permission, Submission } from '../tracking/event.ts';
import type { LeadId } from './ids.ts';
import {
  browserOf,
  type ClaimedValue,
  rankClaims,
  type TrustedBrowsers,
  withBrowser,
} from './profile-values.ts';

/** A permission with its time and form, as proof. */
export interface PermissionProof extends Permission {
  at: Instant;
  form: string;
  eventId: string;
  /** The browser that gave it, if it has an id. */
  by?: string;
  /** When the owner of the address first confirmed it. */
  confirmedAt?: Instant;
}

/** Who a lead is. Larger than the lead's record and seldom written. */
export interface Profile {
  id: LeadId;
  version: number;
  email: string;
  values: Record<string, ClaimedValue>;
  /** The losing claims on each value. */
  heard?: Record<string, ClaimedValue[]>;
  /** When each browser first sent a form for the address. */
  voices?: Record<string, Instant>;
  permissions: PermissionProof[];
  /** When each form was last sent. */
  forms?: Record<string, Instant>;
  createdAt: Instant;
  locale: Language;
  /** The languages of its forms, the winner first. */
  languages?: ClaimedValue[];
}

/** Sorts after any instant. */
const NEVER = '~';

/**
 * The profile with the values and the permission from a form or import, in any order. `rankClaims` decides which
 * value of a field wins; empty answers are ignored.
 */
export function withCapture(profile: Profile | undefined, id: LeadId, event: LeadCapture): Profile {
  const before = profile ?? blank(id, event);
  const isForm = event.type === 'form';
  const by = isForm ? browserOf(event) : undefined;
  const source = isForm ? `form ${event.form}` : event.source;
  const claim = (value: string): ClaimedValue => ({ value, at: event.at, source, ...(by && { by }) });
  const answers = Object.entries(event.values).filter(([, value]) => value !== '');
  return resolved(
    {
      ...before,
      permissions: withPermission(before.permissions, event),
      ...(by !== undefined && { voices: withBrowser(before.voices, by, event.at) }),
      ...(isForm && { forms: withForm(before.forms, event) }),
      createdAt: event.at < before.createdAt ? event.at : before.createdAt,
    },
    new Map(answers.map(([field, value]) => [field, claim(value)])),
    isForm ? claim(event.locale) : undefined,
  );
}

/** The profile with a confirmation by the owner of the address: it confirms every permission since the last withdrawal. */
export function withConfirmation(profile: Profile, { at }: MailConsentChange, withdrawn?: Instant): Profile {
  const since = withdrawn !== undefined && withdrawn < at ? withdrawn : '';
  const isConfirmed = (proof: PermissionProof) =>
    proof.at > since && proof.at <= at && at < (proof.confirmedAt ?? NEVER);
  const permissions = profile.permissions.map((proof) =>
    isConfirmed(proof) ? { ...proof, confirmedAt: at } : proof,
  );
  return resolved({ ...profile, permissions });
}

/** The values of a profile, by field. */
export function valuesOf(profile: Profile): Record<string, string> {
  return Object.fromEntries(Object.entries(profile.values).map(([field, known]) => [field, known.value]));
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
  const browsers = trustedBrowsers(profile);
  const values: Profile['values'] = {};
  const heard: NonNullable<Profile['heard']> = {};
  for (const field of new Set([...Object.keys(profile.values), ...answers.keys()])) {
    const claims = [profile.values[field], ...(profile.heard?.[field] ?? []), answers.get(field)];
    const [winner, ...losers] = rankClaims(
      claims.filter((claim) => claim !== undefined),
      browsers,
    );
    if (winner !== undefined) values[field] = winner;
    if (losers.length > 0) heard[field] = losers;
  }
  const spoken = rankClaims(language === undefined ? languages : [...languages, language], browsers);
  return {
    ...rest,
    values,
    ...(Object.keys(heard).length > 0 && { heard }),
    ...(spoken.length > 0 && { languages: spoken }),
    locale: (spoken[0]?.value as Profile['locale'] | undefined) ?? profile.locale,
  };
}

/** A confirmation counts for a browser only if no other asked for it too: it does not say which one was meant. */
function trustedBrowsers({ voices = {}, permissions }: Profile): TrustedBrowsers {
  const confirmed = permissions.filter(({ by, confirmedAt }) => {
    const together = permissions.filter((other) => other.confirmedAt === confirmedAt);
    return confirmedAt !== undefined && together.every((other) => other.by === by);
  });
  return { since: voices, confirmed: new Set(confirmed.flatMap(({ by }) => by ?? [])) };
}

function withForm(forms: Profile['forms'], { form, at }: Submission): Record<string, Instant> {
  const last = forms?.[form];
  return { ...forms, [form]: last === undefined || at > last ? at : last };
}

function withPermission(proofs: PermissionProof[], event: LeadCapture): PermissionProof[] {
  if (event.permission === undefined || proofs.some((proof) => proof.eventId === event.id)) return proofs;
  const form = event.type === 'form' ? event.form : event.source;
  const by = event.type === 'form' && event.visitor !== undefined ? { by: browserOf(event) } : {};
  const proof = { ...event.permission, at: event.at, form, eventId: event.id, ...by };
  return [...proofs, proof].sort((a, b) => (a.at + a.eventId < b.at + b.eventId ? -1 : 1));
}
