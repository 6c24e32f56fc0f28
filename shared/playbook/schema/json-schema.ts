import { listOf, nearest } from '../suggestion.ts';

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
export function description(schema: JsonSchema | undefined): string {
  if (schema?.const !== undefined) return String(schema.const);
  if (schema?.enum !== undefined) return listOf(schema.enum);
  if (schema?.anyOf !== undefined) return schema.anyOf.map(description).join(', or ');
  switch (schema?.type) {
    case 'integer':
      return `a whole number${range(schema.minimum, schema.maximum)}`;
    case 'number':
      return `a number${range(schema.minimum, schema.maximum)}`;
    case 'boolean':
      return 'true or false';
    case 'string':
      return `a text${schema.maxLength === undefined ? '' : ` of at most ${schema.maxLength} characters`}`;
    case 'array':
      return schema.minItems === undefined ? 'a list' : 'a list of at least one';
    case 'object':
      return groupOf(Object.keys(schema.properties ?? {}));
    default:
      return 'something else';
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

function range(minimum: number | undefined, maximum: number | undefined): string {
  const hasMaximum = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  const hasMinimum = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER;
  if (hasMinimum && hasMaximum) return ` from ${minimum} to ${maximum}`;
  if (hasMinimum) return `, ${minimum} or more`;
  return hasMaximum ? `, at most ${maximum}` : '';
}

function groupOf(names: string[]): string {
  return names.length === 0 ? 'a group of settings' : `a group of settings with ${names.join(', ')}`;
}
