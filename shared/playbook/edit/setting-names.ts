import * as z from 'zod';
import { playbookSchema } from '../playbook.ts';
import type { JsonSchema } from '../schema/json-schema.ts';

/** The names of all settings of each part, with the words that a setting takes if it takes one of a few. */
export function settingNames(): Record<string, Record<string, string[]>> {
  const whole = z.toJSONSchema(playbookSchema, { io: 'input' }) as JsonSchema;
  return Object.fromEntries(
    Object.entries(whole.properties ?? {})
      .filter(([part]) => part !== 'mails')
      .map(([part, schema]) => [part, Object.fromEntries(namesIn(schema))]),
  );
}

function namesIn(schema: JsonSchema, found = new Map<string, string[]>()): Map<string, string[]> {
  for (const [name, setting] of Object.entries(schema.properties ?? {})) {
    found.set(name, [...new Set([...(found.get(name) ?? []), ...wordsOf(setting)])]);
    namesIn(setting, found);
  }
  const { additionalProperties: rest, items, oneOf = [], anyOf = [] } = schema;
  for (const inner of [...oneOf, ...anyOf]) namesIn(inner, found);
  if (items) namesIn(items, found);
  if (typeof rest === 'object') namesIn(rest, found);
  return found;
}

function wordsOf({ type, const: only, enum: words = [], items, anyOf = [] }: JsonSchema): string[] {
  if (type === 'boolean') return ['true', 'false'];
  const inner = [...anyOf, ...(items ? [items] : [])].flatMap(wordsOf);
  return [...words.map(String), ...(typeof only === 'string' ? [only] : []), ...inner];
}
