import type { Language } from '../language.ts';
import type { Instant } from '../time.ts';
import type { Import, MailConsentChange, Permission, Submission } from '../tracking/event.ts';
import type { LeadId } from './ids.ts';
import {
  browserOf,
  type ClaimedValue,
  rankClaims,
  type TrustedBrowsers,
  withBrowser,
} from './profile-values.ts';

/** A permission with its moment and form: what the law wants to see proven. */
export interface PermissionProof extends Permission {
  at: Instant;
  form: string;
  eventId: string;
  /** The browser that gave it, if it may be known again. */
  by?: string;
  /** When the owner of the address confirmed it, the first time. */
  confirmedAt?: Instant;
}

/** Who a lead is. Larger than the lead itself and seldom written. */
export interface Profile {
  id: LeadId;
  version: number;
  email: string;
  values: Record<string, ClaimedValue>;
  /** What was said of a value as well and does not hold. */
  heard?: Record<string, ClaimedValue[]>;
  /** Since when each browser speaks for the address. */
  voices?: Record<string, Instant>;
  permissions: PermissionProof[];
  /** When each form was last sent in. */
  forms?: Record<string, Instant>;
  createdAt: Instant;
  locale: Language;
  /** The languages of the forms it sent in, that which holds first. */
  languages?: ClaimedValue[];
}

/** After any moment. */
const LATER = '~';

/**
 * The profile with what a submission or an import adds. The order in which they are merged makes no difference:
 * of a field that holds which `weighed` puts first, an empty answer says nothing, permissions are gathered.
 */
export function withCapture(profile: Profile | undefined, id: LeadId, event: Submission | Import): Profile {
  const before = profile ?? blank(id, event);
  const isForm = event.type === 'form';
  const by = isForm ? browserOf(event) : undefined;
  const source = isForm ? `form ${event.form}` : event.source;
  const said = (value: string): ClaimedValue => ({
    value,
    at: event.at,
    source,
    ...(by !== undefined && { by }),
  });
  const answers = Object.entries(event.values).filter(([, value]) => value !== '');
  return resolved(
    {
      ...before,
      permissions: withPermission(before.permissions, event),
      ...(by !== undefined && { voices: withBrowser(before.voices, by, event.at) }),
      ...(isForm && { forms: withForm(before.forms, event) }),
      createdAt: event.at < before.createdAt ? event.at : before.createdAt,
    },
    new Map(answers.map(([field, value]) => [field, said(value)])),
    isForm ? said(event.locale) : undefined,
  );
}

/**
 * The profile with a confirmation by the owner of the address, which holds for every permission since the last time
 * it was taken back.
 */
export function withConfirmation(profile: Profile, { at }: MailConsentChange, withdrawn?: Instant): Profile {
  const since = withdrawn !== undefined && withdrawn < at ? withdrawn : '';
  const isMeant = (proof: PermissionProof) =>
    proof.at > since && proof.at <= at && at < (proof.confirmedAt ?? LATER);
  const permissions = profile.permissions.map((proof) =>
    isMeant(proof) ? { ...proof, confirmedAt: at } : proof,
  );
  return resolved({ ...profile, permissions });
}

/** The values of a profile without their origins. */
export function valuesOf(profile: Profile): Record<string, string> {
  return Object.fromEntries(Object.entries(profile.values).map(([field, known]) => [field, known.value]));
}

function blank(id: LeadId, event: Submission | Import): Profile {
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

/** The profile in which of each value that holds which weighs most, with what was said last. */
function resolved(
  profile: Profile,
  answers = new Map<string, ClaimedValue>(),
  language?: ClaimedValue,
): Profile {
  const { heard: _, languages = [], ...rest } = profile;
  const voices = trustedBrowsers(profile);
  const values: Profile['values'] = {};
  const heard: NonNullable<Profile['heard']> = {};
  for (const field of new Set([...Object.keys(profile.values), ...answers.keys()])) {
    const said = [profile.values[field], ...(profile.heard?.[field] ?? []), answers.get(field)];
    const [first, ...others] = rankClaims(
      said.filter((known) => known !== undefined),
      voices,
    );
    if (first !== undefined) values[field] = first;
    if (others.length > 0) heard[field] = others;
  }
  const spoken = rankClaims(language === undefined ? languages : [...languages, language], voices);
  return {
    ...rest,
    values,
    ...(Object.keys(heard).length > 0 && { heard }),
    ...(spoken.length > 0 && { languages: spoken }),
    locale: (spoken[0]?.value as Profile['locale'] | undefined) ?? profile.locale,
  };
}

/** A confirmation speaks for a browser when no other asked for it as well: it does not tell which of them was meant. */
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

function withPermission(proofs: PermissionProof[], event: Submission | Import): PermissionProof[] {
  if (event.permission === undefined || proofs.some((proof) => proof.eventId === event.id)) return proofs;
  const form = event.type === 'form' ? event.form : event.source;
  const by = event.type === 'form' && event.visitor !== undefined ? { by: browserOf(event) } : {};
  const proof = { ...event.permission, at: event.at, form, eventId: event.id, ...by };
  return [...proofs, proof].sort((a, b) => (a.at + a.eventId < b.at + b.eventId ? -1 : 1));
}
