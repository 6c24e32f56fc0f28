import { clean } from '../clean-text.ts';
import type { Mistake } from './mistake.ts';

/** What is known of an event beside its name, by the website's own names. */
export type Props = Record<string, string | number | boolean>;

const MOST = 50;
const NAME_LENGTH = 100;
const TEXT_LENGTH = 1_000;

/**
 * The properties of an event that can be kept: texts, numbers and truths, with texts cleaned. `null` is none.
 * @param field where they were given, such as `events[2].props`
 * @param leftOut gets a line for each of the others
 */
export function readProps(given: unknown, field: string, leftOut: Mistake[]): Props | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'object' || Array.isArray(given)) {
    leftOut.push({ field, reason: 'Give properties by name' });
    return undefined;
  }
  const kept = new Map<string, Props[string]>();
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue;
    const reason = whyNot(name, value, kept.size);
    if (reason === undefined) kept.set(clean(name, NAME_LENGTH), keptValue(value));
    else leftOut.push({ field: name.length > NAME_LENGTH ? field : `${field}.${name}`, reason });
  }
  return Object.fromEntries(kept);
}

/** Whether stored properties are such as `readProps` returns. */
export function areProps(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(isScalar);
}

function whyNot(name: string, value: unknown, before: number): string | undefined {
  if (!isScalar(value)) return 'Give a text, a number, true or false';
  if (name.length > NAME_LENGTH) return `The name of a property has at most ${NAME_LENGTH} characters`;
  return before >= MOST ? `Give at most ${MOST} properties` : undefined;
}

function isScalar(value: unknown): value is Props[string] {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function keptValue(value: Props[string]): Props[string] {
  return typeof value === 'string' ? clean(value, TEXT_LENGTH) : value;
}
