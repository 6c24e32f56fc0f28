import * as z from 'zod';
import { description, type JsonSchema, schemaAt } from './json-schema.ts';
import type { Finding } from './mistake.ts';
import { suggestion } from './suggestion.ts';

/** What is wrong with a value according to its schema, in words for the marketer who wrote it. */
export function schemaFindings(schema: z.ZodType, value: unknown): Finding[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  const whole = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return parsed.error.issues.flatMap((issue) => explain(issue, whole, value));
}

function explain(issue: z.core.$ZodIssue, whole: JsonSchema, value: unknown): Finding[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'invalid_union') {
    const closest = closestAlternative(issue.errors, valueAt(value, path));
    const inside = (closest ?? []).map((one) => ({ ...one, path: [...path, ...one.path] }));
    if (closest !== undefined) return inside.flatMap((one) => explain(one, whole, value));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(schemaAt(whole, path, value)?.properties ?? {});
    const given = valueAt(value, path) as object;
    const unused = known.filter((name) => !(name in given));
    return issue.keys.map((name) => ({
      path: [...path, name],
      problem: 'there is no such setting',
      remedy: suggestion(name, unused),
      atKey: true,
    }));
  }
  if (issue.code === 'invalid_key') {
    const remedy = lowerFirst(issue.issues[0]?.message ?? 'choose another name');
    return [{ path, problem: 'this name cannot be used', remedy, atKey: true }];
  }
  const actual = valueAt(value, path);
  const own =
    issue.code === 'invalid_format' || issue.code === 'custom' ? lowerFirst(issue.message) : undefined;
  const remedy = own ?? expected(schemaAt(whole, path, value), actual);
  return [{ path, problem: actual === undefined ? 'is missing' : `${asText(actual)} is not right`, remedy }];
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
  return groups.sort((a, b) => a.length - b.length)[0];
}

function expected(schema: JsonSchema | undefined, actual: unknown): string {
  const words = schema?.enum ?? [];
  if (typeof actual === 'string' && words.length > 0) return suggestion(actual, words);
  return `it has to be ${description(schema)}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
}

function asText(value: unknown): string {
  if (value === null || value === '') return 'an empty value';
  if (Array.isArray(value)) return 'this list';
  if (typeof value === 'object') return 'this group of settings';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}..."` : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
