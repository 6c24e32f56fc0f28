import { readAmount } from '../amount.ts';
import { clean, cleanLines, withoutInvisible } from '../clean-text.ts';
import type { Field } from './form.ts';

/** Why an answer is refused, as a code: each screen says it in its own language. */
export type FieldError =
  | { code: 'missing' | 'no-text' | 'no-address' | 'not-mailable' | 'no-number' | 'no-phone-number' }
  | { code: 'too-long'; max: number };

/**
 * All that a phone number needs: people type extensions, two numbers, or no country code. `libphonenumber-js` (206 KB,
 * some 25 ms to load) refuses the first two, cannot judge the last, and accepts `12345` as well.
 */
const DIGITS = /(?:\p{Nd}\P{Nd}*){5}/u;

/** The cleaned answer to a question, undefined for one without anything to see, or why it is refused. */
export function readField(
  field: Pick<Field, 'type' | 'maxLength'>,
  value: unknown,
): string | FieldError | undefined {
  const text = textIn(value);
  if (typeof text !== 'string') return text;
  const { maxLength: max, type } = field;
  // Cleaned before it is measured: surrounding white space does not count.
  const cleaned = type === 'textarea' ? cleanLines(text, text.length) : clean(text, text.length);
  if (withoutInvisible(cleaned).trim() === '') return undefined;
  if (cleaned.length > max) return { code: 'too-long', max };
  if (type === 'number' && !isAmount(value, cleaned)) return { code: 'no-number' };
  if (type === 'tel' && !DIGITS.test(cleaned)) return { code: 'no-phone-number' };
  return cleaned;
}

/** The text that was sent: JSON may send a number. A list or an object is no answer. */
export function textIn(value: unknown): string | FieldError | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : { code: 'no-text' };
}

/** The point in a number of JSON never separates thousands. */
function isAmount(value: unknown, text: string): boolean {
  return (typeof value !== 'number' || Number.isInteger(value)) && readAmount(text) !== undefined;
}
