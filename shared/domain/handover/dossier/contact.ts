import type { Field } from '../../forms/form.ts';
import { type Contradiction, type Profile, valuesOf } from '../../identity/profile.ts';
import { type ClaimedValue, isSameVoice, RANKS, rankOf } from '../../identity/trust.ts';
import type { Localised } from '../../language.ts';
import { normaliseText } from '../../normalise-text.ts';
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
  const [name] = namesOf(profile);
  const facts = Object.entries(fields).filter(([, { type }]) => type !== 'textarea');
  return {
    email: profile.email,
    ...(name && { name: name.value }),
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

/** The name that somebody else gave instead of the one that is shown, in the other fields for a name. */
export function otherNameOf(profile: Profile): Contradiction[] {
  const [shown, other] = namesOf(profile);
  if (shown === undefined || other === undefined || isSameVoice(shown, other) || agree(shown, other))
    return [];
  const { value, at, source } = other;
  return [{ field: 'name', value, at, source, rank: rankOf(other, profile) }];
}

/**
 * The full name, and the first and last name as one: first the one that says more if they agree, or else whose word
 * counts more: of two parts the lower one, unless a colleague corrected one. Of two that count the same, both parts go before the full name, and one part after it.
 */
function namesOf(profile: Profile): ClaimedValue[] {
  const [name, firstName, lastName] = NAMES.map((field) => {
    const claim = profile.values[field];
    return claim?.value === '' ? undefined : claim;
  });
  const rank = (claim: ClaimedValue) => RANKS.indexOf(rankOf(claim, profile));
  const parts = [firstName, lastName].filter((part) => part !== undefined);
  const [lowest] = [...parts].sort((a, b) => rank(b) - rank(a));
  const deciding = parts.find(({ colleague }) => colleague !== undefined) ?? lowest;
  const joined = deciding && { ...deciding, value: parts.map(({ value }) => value).join(' ') };
  if (name === undefined || joined === undefined) return [name ?? joined].filter((one) => one !== undefined);
  const difference = rank(joined) - rank(name);
  const isFullFirst = agree(name, joined)
    ? name.value.length > joined.value.length
    : difference > 0 || (difference === 0 && parts.length === 1);
  return isFullFirst ? [name, joined] : [joined, name];
}

/** Whether all words of one name are in the other. */
function agree(one: ClaimedValue, other: ClaimedValue): boolean {
  const wordsOf = ({ value }: ClaimedValue) => new Set(normaliseText(value).split(' '));
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return words.isSubsetOf(others) || others.isSubsetOf(words);
}
