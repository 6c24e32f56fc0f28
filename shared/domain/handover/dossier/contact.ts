import type { Field } from '../../forms/form.ts';
import { type Profile, valuesOf } from '../../identity/profile.ts';
import type { Localised } from '../../language.ts';
import type { ClosedAddress } from './closed-address.ts';

/** The contact details of a lead, as far as known. */
export interface Contact {
  email: string;
  /** When mail to it stopped, and why. */
  closed?: ClosedAddress;
  name?: string;
  company?: string;
  phone?: string;
  /** The link that calls `phone`. */
  call?: string;
  /** The other answers with their questions, in the order of the playbook. */
  answers: { label: Localised; value: string }[];
  /** Questions without an answer. */
  unknown: Localised[];
}

const NAMES = ['name', 'firstName', 'lastName'];
const OWN_PLACE = [...NAMES, 'company', 'phone'];

/** The contact details in a profile. Text areas are left out: they hold messages. */
export function contactOf(profile: Profile, fields: Readonly<Record<string, Field>>): Contact {
  const values = valuesOf(profile);
  const name = nameOf(values);
  const facts = Object.entries(fields).filter(([, { type }]) => type !== 'textarea');
  return {
    email: profile.email,
    ...(name && { name }),
    ...(values.company && { company: values.company }),
    ...(values.phone && { phone: values.phone }),
    answers: facts
      .filter(([field]) => !OWN_PLACE.includes(field) && values[field])
      .map(([field, { label }]) => ({ label, value: values[field] as string })),
    unknown: facts
      .filter(
        ([field, { asked }]) =>
          asked !== false && !values[field] && !(NAMES.includes(field) && isNameKnown(field, values)),
      )
      .map(([, { label }]) => label),
  };
}

/** Without any name, ask for `name` only, not for its parts as well. */
function isNameKnown(field: string, values: Record<string, string>): boolean {
  const hasPart = Boolean(values.firstName || values.lastName);
  return field === 'name' ? hasPart : Boolean(values.name) || !hasPart;
}

/** First and last name, or the full name, whichever says more. */
function nameOf(values: Record<string, string>): string | undefined {
  const parts = [values.firstName, values.lastName].filter(Boolean);
  if (parts.length === 2) return parts.join(' ');
  return values.name || parts[0];
}
