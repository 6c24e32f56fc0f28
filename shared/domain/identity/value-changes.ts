import type { Field } from '../forms/form.ts';
import { type FieldError, readField } from '../forms/read-field.ts';
import type { Profile } from './profile.ts';
import type { ClaimedValue } from './trust.ts';

/** What somebody typed for a field, and the value that the page showed there; empty: nothing is known. */
export interface TypedValue {
  shown: string;
  typed: string;
}

export interface ValueChanges {
  /** The new values by field; an empty one says that nothing is known. */
  changes: Record<string, string>;
  errors: Record<string, FieldError>;
  /** What somebody said since the page was shown, where something else was typed. */
  conflicts: Record<string, ClaimedValue>;
}

/** The fields that a colleague can fill in, in the order of the playbook: all that are no messages. */
export function valueFields(fields: Readonly<Record<string, Field>>): [string, Field][] {
  return Object.entries(fields).filter(([, { type }]) => type !== 'textarea');
}

/** What somebody changed of the values of a person. What was left as it was shown says nothing. */
export function changesIn(
  typed: Readonly<Record<string, TypedValue>>,
  fields: Readonly<Record<string, Field>>,
  { values }: Pick<Profile, 'values'>,
): ValueChanges {
  const found: ValueChanges = { changes: {}, errors: {}, conflicts: {} };
  for (const [name, field] of valueFields(fields)) {
    const entry = typed[name];
    if (entry === undefined || entry.typed === entry.shown) continue;
    const value = readField(field, entry.typed) ?? '';
    if (typeof value === 'object') found.errors[name] = value;
    else if (value !== entry.shown) {
      found.changes[name] = value;
      const known = values[name];
      const isSame = known === undefined || known.value === entry.shown || known.value === value;
      if (!isSame) found.conflicts[name] = known;
    }
  }
  return found;
}
