import type { LeadId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import type { Import, MailConsentChange, Permission, Submission } from '../tracking/event.ts';

/** A value of the profile, with where it came from and when. */
export interface Known {
  value: string;
  at: Instant;
  source: string;
}

/** A permission with its moment and form: what the law wants to see proven. */
export interface PermissionProof extends Permission {
  at: Instant;
  form: string;
  eventId: string;
  /** When the owner of the address confirmed it, the first time. */
  confirmedAt?: Instant;
}

/** Who a lead is. Larger than the lead itself and seldom written. */
export interface Profile {
  id: LeadId;
  version: number;
  email: string;
  values: Record<string, Known>;
  permissions: PermissionProof[];
  /** When each form was last sent in. */
  forms?: Record<string, Instant>;
  createdAt: Instant;
  locale: 'nl' | 'en';
  localeAt: Instant;
}

/** After any moment. */
const LATER = '~';

/** What a lead said about itself outweighs what another system said of it, however new that is. */
const OWN_WORD = 'form';

/**
 * The profile with what a submission or an import adds. The order in which they are merged makes no difference:
 * of a field the newest filled-in value stays, permissions are gathered.
 */
export function withAnswers(profile: Profile | undefined, id: LeadId, event: Submission | Import): Profile {
  const before = profile ?? blank(id, event);
  const source = event.type === 'form' ? `${OWN_WORD} ${event.form}` : event.source;
  const values = { ...before.values };
  for (const [field, value] of Object.entries(event.values)) {
    const candidate = { value, at: event.at, source };
    if (value !== '' && outweighs(candidate, values[field])) values[field] = candidate;
  }
  const isNewer =
    event.type === 'form' &&
    (event.at > before.localeAt || (event.at === before.localeAt && event.locale > before.locale));
  return {
    ...before,
    values,
    permissions: withPermission(before.permissions, event),
    ...(event.type === 'form' && { forms: withForm(before.forms, event) }),
    createdAt: event.at < before.createdAt ? event.at : before.createdAt,
    locale: isNewer ? event.locale : before.locale,
    localeAt: isNewer ? event.at : before.localeAt,
  };
}

/**
 * The profile with a confirmation by the owner of the address, which holds for every permission since the last time
 * it was taken back.
 */
export function withConfirmation(profile: Profile, { at }: MailConsentChange, withdrawn?: Instant): Profile {
  const since = withdrawn !== undefined && withdrawn < at ? withdrawn : '';
  const isMeant = (proof: PermissionProof) =>
    proof.at > since && proof.at <= at && at < (proof.confirmedAt ?? LATER);
  return {
    ...profile,
    permissions: profile.permissions.map((proof) => (isMeant(proof) ? { ...proof, confirmedAt: at } : proof)),
  };
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
    locale: event.type === 'form' ? event.locale : 'en',
    localeAt: event.type === 'form' ? event.at : '',
  };
}

function outweighs(candidate: Known, known: Known | undefined): boolean {
  if (known === undefined) return true;
  const own = candidate.source.startsWith(OWN_WORD);
  if (own !== known.source.startsWith(OWN_WORD)) return own;
  if (candidate.at !== known.at) return candidate.at > known.at;
  return candidate.value + candidate.source > known.value + known.source;
}

function withForm(forms: Profile['forms'], { form, at }: Submission): Record<string, Instant> {
  const last = forms?.[form];
  return { ...forms, [form]: last === undefined || at > last ? at : last };
}

function withPermission(proofs: PermissionProof[], event: Submission | Import): PermissionProof[] {
  if (event.permission === undefined || proofs.some((proof) => proof.eventId === event.id)) return proofs;
  const form = event.type === 'form' ? event.form : event.source;
  const proof = { ...event.permission, at: event.at, form, eventId: event.id };
  return [...proofs, proof].sort((a, b) => (a.at + a.eventId < b.at + b.eventId ? -1 : 1));
}
