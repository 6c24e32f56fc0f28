import type { Language } from '../../domain/language.ts';
import { listOf, nearest } from '../suggestion.ts';
import { descriptionWords } from './description-words.ts';

/** The part of JSON Schema that zod generates for our schemas. */
export interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
}

/** The schema of the setting at a path. Among alternatives it picks the one that matches the value. */
export function schemaAt(
  whole: JsonSchema,
  path: readonly PropertyKey[],
  value: unknown,
): JsonSchema | undefined {
  let schema: JsonSchema | undefined = chosen(whole, value);
  let part = value;
  for (const key of path) {
    const rest: JsonSchema | boolean | undefined = schema?.additionalProperties;
    const next: JsonSchema | undefined =
      typeof key === 'number'
        ? schema?.items
        : (schema?.properties?.[String(key)] ?? (typeof rest === 'object' ? rest : undefined));
    part = (part as Record<PropertyKey, unknown> | undefined)?.[key];
    schema = next && chosen(next, part);
  }
  return schema;
}

/** What a setting has to be, such as `a whole number from 1 to 100`. */
export function description(schema: JsonSchema | undefined, language: Language): string {
  const words = descriptionWords[language];
  if (schema?.const !== undefined) return String(schema.const);
  if (schema?.enum !== undefined) return listOf(schema.enum)[language];
  if (schema?.anyOf !== undefined)
    return schema.anyOf.map((one) => description(one, language)).join(words.or);
  switch (schema?.type) {
    case 'integer':
      return words.wholeNumber + words.range(...limits(schema));
    case 'number':
      return words.number + words.range(...limits(schema));
    case 'boolean':
      return words.boolean;
    case 'string':
      return words.text + (schema.maxLength === undefined ? '' : words.characters(schema.maxLength));
    case 'array':
      return schema.minItems === undefined ? words.list : words.listOfOne;
    case 'object':
      return words.group(Object.keys(schema.properties ?? {}).join(', '));
    default:
      return words.other;
  }
}

function chosen(schema: JsonSchema, value: unknown): JsonSchema {
  if (schema.anyOf !== undefined && typeof value === 'object' && value !== null) {
    return mostSimilar(schema.anyOf, Object.keys(value));
  }
  if (schema.oneOf === undefined) return schema;
  const given = (value ?? {}) as Record<string, unknown>;
  const matches = (option: JsonSchema) =>
    Object.entries(option.properties ?? {}).every(
      ([name, { const: only }]) => only === undefined || only === given[name],
    );
  return schema.oneOf.find(matches) ?? merged(schema.oneOf);
}

/** The alternative that has most of these names, misspelt or not; all of them together when none has any. */
function mostSimilar(options: readonly JsonSchema[], names: readonly string[]): JsonSchema {
  const groups = options.filter(({ properties }) => properties !== undefined);
  const likeness = ({ properties = {} }: JsonSchema) => {
    const similar = names.filter((name) => nearest(name, Object.keys(properties)) !== undefined).length;
    return similar + names.filter((name) => name in properties).length;
  };
  const [best] = groups.sort((a, b) => likeness(b) - likeness(a));
  return best === undefined || likeness(best) === 0 ? merged(groups) : best;
}

/** The alternatives merged into one schema, with the values that tell them apart as an enum. */
function merged(options: JsonSchema[]): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const option of options) {
    for (const [name, property] of Object.entries(option.properties ?? {})) {
      const words = properties[name]?.enum ?? [];
      const { const: only } = property;
      properties[name] = only === undefined ? property : { enum: [...words, String(only)] };
    }
  }
  return { type: 'object', properties };
}

/** The limits that somebody chose: none of those that every number has. */
function limits({ minimum, maximum }: JsonSchema): [least: number | undefined, most: number | undefined] {
  return [
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined,
    maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined,
  ];
}
