import { clean, withoutInvisible } from '../clean-text.ts';
import { isMailable, normaliseEmail } from '../identity/email.ts';
import { isTimeZone } from '../time-zone.ts';
import type { Field, Form } from './form.ts';
import { fieldNames, isAskedAgain, requiresPermission } from './questions.ts';
import { type FieldError, readField, textIn } from './read-field.ts';

/** Cleaned answers. `values` holds the form's fields that were filled in, and `timeZone`. */
export interface Answers {
  email?: string;
  values: Record<string, string>;
  permission: boolean;
}

export type FormInput = Readonly<Record<string, unknown>>;

/**
 * Reads the answers from a form that was sent, with an error for each field that is wrong, and for a required message that
 * is missing. Whether another required answer is missing depends on what is known. Unknown fields are ignored.
 */
export function readAnswers(
  form: Form,
  fields: Readonly<Record<string, Field>>,
  input: FormInput,
): { answers: Answers; errors: Record<string, FieldError> } {
  const answers: Answers = { values: {}, permission: isTicked(input.permission) };
  const errors: Record<string, FieldError> = {};
  const email = readEmail(input.email);
  if (typeof email === 'object') errors.email = email;
  else if (email !== undefined) answers.email = email;
  for (const name of fieldNames(form)) {
    const field = fields[name];
    const read = field && Object.hasOwn(input, name) ? readField(field, input[name]) : undefined;
    if (typeof read === 'object') errors[name] = read;
    else if (read !== undefined) answers.values[name] = read;
    else if (isAskedAgain(field) && form.require.includes(name)) errors[name] = { code: 'missing' };
  }
  if (requiresPermission(form) && !answers.permission) errors.permission = { code: 'missing' };
  if (typeof input._timeZone === 'string' && isTimeZone(input._timeZone)) {
    answers.values.timeZone = input._timeZone;
  }
  const long = longestOf(answers.values);
  if (long !== undefined) errors[long.name] ??= { code: 'too-long', max: long.max };
  return { answers, errors };
}

/** More than the answers of any form are together, in bytes: an event stays far below what an item of the table may be. */
const MOST_TOGETHER = 60_000;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The longest answer, and how long it may be, when all together are too long. */
function longestOf(values: Answers['values']): { name: string; max: number } | undefined {
  const all = Object.entries(values).sort(([, a], [, b]) => b.length - a.length);
  const bytes = all.reduce((sum, [, value]) => sum + bytesOf(value), 0);
  const [name, value = ''] = all[0] ?? [];
  if (name === undefined || bytes <= MOST_TOGETHER) return undefined;
  return { name, max: Math.max(1, Math.floor(value.length * (MOST_TOGETHER / bytes))) };
}

/** An address with a name before it. */
const LONGEST_ADDRESS = 320;

/** The normalised address that was typed, undefined for none, or why it is refused. */
export function readEmail(value: unknown): string | FieldError | undefined {
  const text = textIn(value);
  if (typeof text !== 'string') return text;
  const trimmed = clean(text, LONGEST_ADDRESS + 1);
  if (trimmed === '') return undefined;
  const email = trimmed.length > LONGEST_ADDRESS ? undefined : normaliseEmail(trimmed);
  if (email === undefined) return { code: 'no-address' };
  return isMailable(email) ? email : { code: 'not-mailable' };
}

const YES = ['on', 'true', '1', 'yes', 'y', 'ja', 'j', 'checked'];

/** Whether a checkbox was ticked, or one of a list was. Permission has to be explicit: any other word gives none. */
export function isTicked(value: unknown): boolean {
  return [value].flat().some((each) => {
    const isWord = ['string', 'number', 'boolean'].includes(typeof each);
    return isWord && YES.includes(withoutInvisible(String(each)).trim().toLowerCase());
  });
}
