import * as z from 'zod';
import { partSchema, type SettingsPart } from '../../../../shared/playbook/playbook.ts';
import type { JsonSchema as Known } from '../../../../shared/playbook/schema/json-schema.ts';

type JsonSchema = Omit<Known, 'properties' | 'items' | 'oneOf' | 'anyOf' | 'additionalProperties'> & {
  pattern?: string;
  format?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
};
type Path = readonly (string | number)[];

/** What a part of a playbook may say: its schema, as JSON Schema. */
export function schemaOf(part: SettingsPart): JsonSchema {
  return z.toJSONSchema(partSchema(part), { io: 'input' }) as JsonSchema;
}

/** Values of a part that between them have every setting of its schema, in each of its alternatives. */
export function filledValues(part: SettingsPart): unknown[] {
  return valuesOf(schemaOf(part), []);
}

/** Values that differ in each alternative below them: the first with all first ones, the second with all second ones. */
function valuesOf(schema: JsonSchema, path: Path): unknown[] {
  const { anyOf, oneOf, properties, items, additionalProperties: rest } = schema;
  const alternatives = anyOf ?? oneOf;
  if (alternatives !== undefined) return alternatives.flatMap((one) => valuesOf(one, path));
  if (properties !== undefined) {
    const each = Object.entries(properties).map(
      ([name, inner]) => [name, valuesOf(inner, [...path, name])] as const,
    );
    const most = Math.max(1, ...each.map(([, values]) => values.length));
    return Array.from({ length: most }, (_, at) =>
      Object.fromEntries(each.map(([name, values]) => [name, values[at % values.length]])),
    );
  }
  if (items !== undefined) return [valuesOf(items, [...path, 0])];
  if (typeof rest === 'object')
    return [
      Object.fromEntries(valuesOf(rest, [...path, 'x']).map((value, at) => [`entry-${at + 1}`, value])),
    ];
  return singleValues(schema, path);
}

/** What a single setting may be: each of its words, or one value that its schema allows. */
function singleValues(
  { const: only, enum: words, type, minimum, ...text }: JsonSchema,
  path: Path,
): unknown[] {
  if (only !== undefined) return [only];
  if (words !== undefined) return words;
  if (type === 'boolean') return [true, false];
  if (type === 'integer') return [Math.max(minimum ?? 1, -7) || 7];
  if (type === 'number') return [0.9];
  const { pattern, format } = text;
  if (pattern === undefined && format === undefined)
    return [path.at(-1) === 'currency' ? 'EUR' : `Some ${path.at(-1)}`];
  const fitting = EXAMPLES.find((one) => new RegExp(pattern ?? FORMATS[format ?? ''] ?? '').test(one));
  if (fitting === undefined) throw new Error(`Give an example of ${path.join('.')}: ${pattern ?? format}`);
  return [fitting];
}

const FORMATS: Record<string, string> = { date: '^\\d{4}-\\d\\d-\\d\\d$', email: '@' };
const EXAMPLES = [
  ...['2027-02-09 15:00', '2027-02-09', '14:30', '30d', '1000-1999', 'NL', 'anna@kansrijk.test'],
  ...['#0b5f4c', 'pictures/logo.png', '/guides/scoring', 'https://kansrijk.test/x', 'U024BE7LH', 'nl'],
  ...['some-key', 'Some text'],
];

/** The lists of groups, and the groups whose entries people name, in a value. */
export function listsAndGroups(part: SettingsPart, value: unknown): Path[] {
  return namedIn(schemaOf(part), value, []);
}

function namedIn(schema: JsonSchema, value: unknown, path: Path): Path[] {
  const { anyOf = [], oneOf = [], properties = {}, items, additionalProperties: rest } = schema;
  const alternatives = [...anyOf, ...oneOf];
  if (alternatives.length > 0) return alternatives.flatMap((one) => namedIn(one, value, path));
  if (typeof value !== 'object' || value === null) return [];
  const entry = Array.isArray(value) ? items : typeof rest === 'object' ? rest : undefined;
  const isList = Array.isArray(value) && typeof value[0] !== 'object';
  if (entry !== undefined && isList) return [];
  const inner = Object.entries(value).flatMap(([name, one]) => {
    const schemaOfOne = entry ?? properties[name];
    return schemaOfOne === undefined ? [] : namedIn(schemaOfOne, one, [...path, name]);
  });
  return entry === undefined ? inner : [path, ...inner];
}
