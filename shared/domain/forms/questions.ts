import type { Field, Form } from './form.ts';

/** What is known of a lead, by name only. */
export interface KnownFields {
  email: boolean;
  permission: boolean;
  fields: ReadonlySet<string>;
}

export const NOTHING_KNOWN: KnownFields = { email: false, permission: false, fields: new Set() };

/** What a form asks this time. */
export interface Questions {
  email: boolean;
  fields: string[];
  permission: boolean;
}

/** A form as it is put to somebody. It tells what is asked, never what is known. */
export interface AskedForm {
  name: string;
  form: Form;
  fields: Readonly<Record<string, Field>>;
  questions: Questions;
}

/** What a form asks somebody: never what is known, and of what may wait only the next few. */
export function questionsFor(
  form: Form,
  fields: Readonly<Record<string, Field>>,
  known: KnownFields,
): Questions {
  const isOpen = (name: string) => !known.fields.has(name) || isAskedAgain(fields[name]);
  const later = form.later.filter(isOpen).slice(0, form.laterAtOnce);
  return {
    email: !known.email,
    fields: [...form.ask.filter(isOpen), ...later],
    permission: form.permission !== undefined && !known.permission,
  };
}

/** The names of all fields of a form, in the order in which it asks them. */
export function fieldNames(form: Form): string[] {
  return [...form.ask, ...form.later];
}

/** A message says something new each time; what it said before answers nothing. */
function isAskedAgain(field: Field | undefined): boolean {
  return field?.type === 'textarea';
}
