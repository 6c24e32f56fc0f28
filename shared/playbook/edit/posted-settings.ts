import { isDeepStrictEqual } from 'node:util';
import { fromPointer, setAt, settingAt } from './setting-path.ts';

/**
 * How a form shows a setting, which stands before its path in the name of a field (`number:/rules/2/points`):
 *   text     as it is; empty takes the setting away
 *   number   a number; what is none stays as it was typed, and the check says so
 *   list     texts with commas or new lines between them
 *   lines    texts that may have commas in them, one a line
 *   values   texts, numbers, true or false, one a line; a single one without a list
 *   some     those of a few that are ticked
 *   truth    true or false
 *   delay    how long, such as 7d, in two fields: a number and a letter
 *   moment   a day and a time, such as 2027-02-09 15:00; browsers write a T between them
 *   colour   in three fields: its text, what a field for picking one showed, and what was picked in it
 *   flag     ticked or not; `flag-` is left out when it is not ticked, `flag+` when it is
 */
export const KINDS = [
  ...(['text', 'number', 'list', 'lines', 'values', 'some', 'truth', 'delay', 'moment', 'colour'] as const),
  ...(['flag', 'flag-', 'flag+'] as const),
] as const;
export type Kind = (typeof KINDS)[number];

/** What a field shows of a setting: its texts, one for each field of that name. */
export function shownAs(kind: Kind, value: unknown): string[] {
  switch (kind) {
    case 'list':
      return [asList(value).join(', ')];
    case 'lines':
    case 'values':
      return [asList(value).join('\n')];
    case 'some':
      return asList(value);
    case 'delay':
      return inTwo(asText(value));
    case 'moment':
      return [asText(value).replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/, '$1T$2')];
    case 'flag':
    case 'flag-':
      return value === true ? ['on'] : [];
    case 'flag+':
      return value === false ? [] : ['on'];
    default:
      return [asText(value)];
  }
}

/**
 * A part of the playbook after somebody sent its form in: what the form showed and nobody changed stays exactly as it is,
 * and so does all that it did not show.
 */
export function withPosted(value: unknown, form: Iterable<readonly [name: string, text: string]>): unknown {
  const posted = new Map<string, string[]>();
  for (const [name, text] of form)
    posted.set(name, [...(posted.get(name) ?? []), text.replaceAll('\r\n', '\n')]);
  const result: unknown = structuredClone(value);
  for (const [name, texts] of posted) {
    const [, kind, pointer] = /^([a-z]+[-+]?):(\/.*)$/s.exec(name) ?? [];
    if (pointer === undefined || !isKind(kind)) continue;
    const path = fromPointer(pointer);
    const before = settingAt(value, path);
    // A field that was there and has nothing ticked is sent as an empty text.
    const isTicked = kind === 'some' || kind.startsWith('flag');
    const told = (all: readonly string[]) => (isTicked ? all.filter((text) => text !== '') : all);
    const now = told(texts);
    if (isDeepStrictEqual(asTyped(kind, told(shownAs(kind, before))), asTyped(kind, now))) continue;
    setAt(result, path, meant(kind, now, before));
  }
  return result;
}

/** Browsers make one line of what stands in a field of one line; who ticks sees no order. */
function asTyped(kind: Kind, texts: readonly string[]): readonly string[] {
  if (kind === 'some') return [...texts].sort();
  if (kind === 'colour') return [chosenColour(texts)];
  return texts.map((text) => text.replaceAll(/\s*\n\s*/g, isInLines(kind) ? '\n' : ' ').trim());
}

/** The value that somebody meant. */
function meant(kind: Kind, texts: readonly string[], before: unknown): unknown {
  const text = (texts[0] ?? '').trim();
  switch (kind) {
    case 'number':
      return text === '' ? undefined : asNumber(text);
    case 'list':
    case 'lines': {
      const words = text
        .split(kind === 'list' ? /[,\n]/ : '\n')
        .map((one) => one.trim())
        .filter((one) => one !== '');
      return words.length === 0 ? withoutEntries(before) : words;
    }
    case 'values':
      return meantValues(text, before);
    case 'truth':
      return text === '' ? undefined : asValue(text);
    case 'some': {
      const kept = asList(before).filter((one) => texts.includes(one));
      const all = [...new Set([...kept, ...texts])];
      return all.length === 0 ? undefined : all;
    }
    case 'delay':
      return text === '' ? undefined : texts.map((one) => one.trim()).join('');
    case 'moment':
      return text === '' ? undefined : text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/, '$1 $2');
    case 'colour':
      return chosenColour(texts) || undefined;
    case 'flag':
      return texts.length > 0;
    case 'flag-':
      return texts.length > 0 ? true : undefined;
    case 'flag+':
      return texts.length > 0 ? undefined : false;
    default:
      return text === '' ? undefined : text;
  }
}

/** Those that stay keep what they were: a text that looks like a number stays a text. */
function meantValues(text: string, before: unknown): unknown {
  const known = new Map([before].flat().map((one) => [asText(one).trim(), one]));
  const values = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (known.has(line) ? known.get(line) : asValue(line)));
  if (values.length === 0) return undefined;
  return values.length === 1 && !Array.isArray(before) ? values[0] : values;
}

function asValue(text: string): unknown {
  return text === 'true' || text === 'false' ? text === 'true' : asNumber(text);
}

/** The text, unless another colour than the one that was shown is picked. */
function chosenColour([text = '', shown, picked]: readonly string[]): string {
  return picked === undefined || picked === shown ? text.trim() : picked;
}

function inTwo(delay: string): string[] {
  const [, number, unit] = /^(\d+)([dhm])$/.exec(delay) ?? [];
  if (number !== undefined && unit !== undefined) return [number, unit];
  return delay === '' ? ['', 'd'] : [delay, ''];
}

/** A list that was empty before may be so again; one that had entries is left out. */
function withoutEntries(before: unknown): unknown {
  return Array.isArray(before) && before.length === 0 ? [] : undefined;
}

function asNumber(text: string): number | string {
  const number = text.replace(',', '.');
  return /^-?\d{1,15}(\.\d+)?$/.test(number) ? Number(number) : text;
}

function asList(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(asText) : [asText(value)];
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isInLines(kind: Kind): boolean {
  return kind === 'lines' || kind === 'values';
}

function isKind(text: string | undefined): text is Kind {
  return (KINDS as readonly (string | undefined)[]).includes(text);
}
