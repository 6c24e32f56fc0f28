import type { Field } from '../../forms/form.ts';
import { type Profile, valuesOf } from '../../identity/profile.ts';
import type { Localised } from '../../language.ts';

/** A question of the playbook with the lead's answer. */
export interface AnsweredQuestion {
  field: string;
  label: Localised;
  value: string;
}

/** Who a lead is, as far as it said. */
export interface Contact {
  email: string;
  name?: string;
  company?: string;
  phone?: string;
  /** The answers that are not among the above, in the order of the playbook. */
  answers: AnsweredQuestion[];
  /** What nobody asked yet, or it did not answer. */
  unknown: Localised[];
}

const NAMES = ['name', 'firstName', 'lastName'];
const OWN_PLACE = [...NAMES, 'company', 'phone'];

/** Who the profile says the lead is. What it wrote in a text area is a message, not a fact about it. */
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
      .map(([field, { label }]) => ({ field, label, value: values[field] as string })),
    unknown: facts
      .filter(
        ([field, { asked }]) =>
          asked !== false && !values[field] && !(NAMES.includes(field) && isNameKnown(field, values)),
      )
      .map(([, { label }]) => label),
  };
}

/** Who has no name at all is asked for it once, not in parts as well. */
function isNameKnown(field: string, values: Record<string, string>): boolean {
  const hasPart = Boolean(values.firstName || values.lastName);
  return field === 'name' ? hasPart : Boolean(values.name) || !hasPart;
}

/** First and last name, or the name it gave in one piece, whichever says more. */
function nameOf(values: Record<string, string>): string | undefined {
  const parts = [values.firstName, values.lastName].filter(Boolean);
  if (parts.length === 2) return parts.join(' ');
  return values.name || parts[0];
}
