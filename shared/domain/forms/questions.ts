import type { Field, Form } from './form.ts';

/** In `require`, stands for the checkbox: without it the form is not accepted. */
export const PERMISSION = 'permission';

/** Which fields of a lead are known; the values stay out. */
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

/** A form with the questions for one visitor. It holds no known value. */
export interface FormForVisitor {
  name: string;
  form: Form;
  fields: Readonly<Record<string, Field>>;
  questions: Questions;
}

/** What a form asks a visitor: nothing that is known, and only the next few of the later fields. */
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
    permission: form.permission !== undefined && (requiresPermission(form) || !known.permission),
  };
}

/** Whether the form makes no sense without permission, such as that of a newsletter. */
export function requiresPermission({ require, permission }: Form): boolean {
  return permission !== undefined && require.includes(PERMISSION);
}

/** The fields that must be filled in. */
export function requiredFields({ require }: Form): string[] {
  return require.filter((field) => field !== PERMISSION);
}

/** The names of all fields of a form, in order. */
export function fieldNames(form: Form): string[] {
  return [...form.ask, ...form.later];
}

/** A message is new each time, so an earlier one does not count as known. */
export function isAskedAgain(field: Field | undefined): boolean {
  return field?.type === 'textarea';
}
