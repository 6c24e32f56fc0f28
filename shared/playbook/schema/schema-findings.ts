import * as z from 'zod';
import type { Localised } from '../../domain/language.ts';
import { heard, said } from '../../domain/said.ts';
import { BAD_NAME, type Finding, type Path, toField } from '../mistake.ts';
import { nearest, suggestion } from '../suggestion.ts';
import { description, type JsonSchema, schemaAt } from './json-schema.ts';

/** What is wrong with a value according to its schema, in words for the marketer who wrote it. */
export function schemaFindings(schema: z.ZodType, value: unknown): Finding[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  const whole = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  const issues = parsed.error.issues.map((issue) => asWritten(issue, schema, value));
  return withoutRenamed(issues.flatMap((issue) => explain(issue, whole, value)));
}

/** A number where a text is expected is judged as that text: what `9` lacks as a time of day, and not that it is no text. */
function asWritten(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): z.core.$ZodIssue {
  const actual = valueAt(value, issue.path);
  if (issue.code !== 'invalid_type' || issue.expected !== 'string' || typeof actual !== 'number')
    return issue;
  const whole = structuredClone(value);
  const group = valueAt(whole, issue.path.slice(0, -1)) as Record<PropertyKey, unknown> | undefined;
  if (group === undefined) return issue;
  group[issue.path.at(-1) as PropertyKey] = String(actual);
  const isSame = ({ path }: z.core.$ZodIssue) => toField(path as Path) === toField(issue.path as Path);
  return (
    schema.safeParse(whole).error?.issues.find(isSame) ?? {
      ...issue,
      code: 'custom',
      message: QUOTED,
      params: {},
    }
  );
}

const QUOTED = said({
  nl: 'Zet er aanhalingstekens omheen, want het is een tekst',
  en: 'Put quotes around it, because it is a text',
});

/** Without "is missing" for a setting whose name was misspelt: the misspelt name says it. */
function withoutRenamed(found: readonly Explained[]): Finding[] {
  const meant = new Set(
    found.flatMap(({ path, meant }) => (meant ? toField([...path.slice(0, -1), meant]) : [])),
  );
  return found
    .filter(({ path, problem }) => problem !== MISSING || !meant.has(toField(path)))
    .map(({ meant: _, ...finding }) => finding);
}

/** `meant`: the missing setting that a misspelt name stands for. */
type Explained = Finding & { meant?: string | undefined };

const MISSING: Localised = { nl: 'ontbreekt', en: 'is missing' };

function explain(issue: z.core.$ZodIssue, whole: JsonSchema, value: unknown): Explained[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'invalid_union') {
    const closest = closestAlternative(issue.errors, valueAt(value, path));
    const inside = (closest ?? []).map((one) => ({ ...one, path: [...path, ...one.path] }));
    if (closest !== undefined) return inside.flatMap((one) => explain(one, whole, value));
  }
  if (issue.code === 'unrecognized_keys') {
    const given = valueAt(value, path) as object;
    const known = Object.keys(schemaAt(whole, path, value)?.properties ?? {});
    const unused = known.filter((name) => !(name in given));
    return issue.keys.map((name) => {
      const glued = unused.find((each) => name.startsWith(`${each}:`));
      return {
        path: [...path, name],
        problem: NO_SETTING,
        remedy: glued ? SPACE : suggestion(name, unused),
        meant: glued ?? nearest(name, unused),
        atKey: true,
      };
    });
  }
  if (issue.code === 'invalid_key') {
    const remedy = inSentence(issue.issues[0]?.message) ?? BAD_NAME.remedy;
    return [{ path, problem: BAD_NAME.problem, remedy, atKey: true }];
  }
  const actual = valueAt(value, path);
  const remedy = ownWords(issue) ?? expected(schemaAt(whole, path, value), actual);
  if (actual === undefined) return [{ path, problem: MISSING, remedy }];
  const { nl, en } = asText(actual);
  return [{ path, problem: { nl: `${nl} klopt niet`, en: `${en} is not right` }, remedy }];
}

const NO_SETTING: Localised = { nl: 'deze instelling bestaat niet', en: 'there is no such setting' };
const SPACE: Localised = { nl: 'zet een spatie achter de dubbele punt', en: 'put a space behind the colon' };
const DAY: Localised = {
  nl: 'een dag schrijf je als jaar, maand en dag, zoals 2026-12-25, en hij moet bestaan',
  en: 'a day is written as year, month and day, such as 2026-12-25, and has to exist',
};

/** What a setting says about its values itself. */
function ownWords(issue: z.core.$ZodIssue): Localised | undefined {
  if (issue.code === 'invalid_format' && issue.format === 'date') return DAY;
  return issue.code === 'invalid_format' || issue.code === 'custom' ? inSentence(issue.message) : undefined;
}

/** What a schema says in each language, as it goes on in a sentence. */
function inSentence(message: string | undefined): Localised | undefined {
  const text = message === undefined ? undefined : heard(message);
  return text && { nl: lowerFirst(text.nl), en: lowerFirst(text.en) };
}

/** The issues of the closest alternative of a union; undefined if the value is of a different type than all. */
function closestAlternative(
  alternatives: z.core.$ZodIssue[][],
  value: unknown,
): z.core.$ZodIssue[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const groups = alternatives.filter((issues) =>
    issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  const near = new Map(groups.map((issues) => [issues, misspeltIn(issues, value)]));
  const distance = (issues: z.core.$ZodIssue[]) => issues.length - (near.get(issues) ?? 0);
  const [first, second] = groups.sort((a, b) => distance(a) - distance(b));
  const isTied = first !== undefined && second !== undefined && distance(first) === distance(second);
  // Nothing tells which one was meant: then no setting of one of them is missing.
  const unknown = first?.filter(({ code }) => code === 'unrecognized_keys');
  return isTied && unknown?.length ? unknown : first;
}

/** How many unknown settings of an alternative look like one that is missing in it. */
function misspeltIn(issues: readonly z.core.$ZodIssue[], value: object): number {
  const missing = issues.flatMap(({ path: [name] }) =>
    typeof name === 'string' && !(name in value) ? name : [],
  );
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  return unknown.filter((name) => nearest(name, missing) !== undefined).length;
}

function expected(schema: JsonSchema | undefined, actual: unknown): Localised {
  const words = schema?.enum ?? [];
  if (typeof actual === 'string' && words.length > 0) return suggestion(actual, words);
  return {
    nl: `hier hoort ${description(schema, 'nl')}`,
    en: `it has to be ${description(schema, 'en')}`,
  };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
}

function asText(value: unknown): Localised {
  if (value === null || value === '') return { nl: 'een lege waarde', en: 'an empty value' };
  if (Array.isArray(value)) return { nl: 'deze lijst', en: 'this list' };
  if (typeof value === 'object') return { nl: 'deze groep instellingen', en: 'this group of settings' };
  const text = JSON.stringify(value) ?? String(value);
  const short = text.length > 60 ? `${text.slice(0, 57)}..."` : text;
  return { nl: short, en: short };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
