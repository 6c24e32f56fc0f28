import type { Language } from '../language.ts';
import type { Instant } from '../time.ts';
import type { LeadCapture, MailConsentChange, Submission } from '../tracking/event.ts';
import type { LeadId } from './ids.ts';
import { confirmed, confirmedBrowsers, type PermissionProof, withPermission } from './permission-proofs.ts';
import { browserOf, type ClaimedValue, rankClaims, withBrowser } from './profile-values.ts';

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

/**
 * The profile with the values and the permission from a form or import, in any order. `rankClaims` decides which
 * value of a field wins; empty answers are ignored.
 */
export function withCapture(profile: Profile | undefined, id: LeadId, event: LeadCapture): Profile {
  const before = profile ?? blank(id, event);
  const isForm = event.type === 'form';
  const by = isForm ? browserOf(event) : undefined;
  const source = isForm ? `form ${event.form}` : event.source;
  // An import is dated by its permission, but its values are as the other system knows them now.
  const at = isForm ? event.at : event.receivedAt;
  const claim = (value: string): ClaimedValue => ({ value, at, source, ...(by && { by }) });
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
  return resolved({ ...profile, permissions: confirmed(profile.permissions, at, withdrawn) });
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
  const browsers = { since: profile.voices ?? {}, confirmed: confirmedBrowsers(profile.permissions) };
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

function withForm(forms: Profile['forms'], { form, at }: Submission): Record<string, Instant> {
  const last = forms?.[form];
  return { ...forms, [form]: last === undefined || at > last ? at : last };
}
