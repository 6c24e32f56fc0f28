import { createRequire } from 'node:module';
import type { Json } from './memory-store.ts';

const require = createRequire(import.meta.url);

/** What dynalite's parsers know beside the expression; they strike off the names and values that it uses. */
interface Context {
  attrNames?: Record<string, string> | undefined;
  attrVals?: Record<string, Json> | undefined;
  unusedAttrNames: Record<string, true>;
  unusedAttrVals: Record<string, true>;
}
export interface Parser {
  parse(expression: string, options: { context: Context }): Json;
}
interface Parsed {
  result: Json;
  usedNames: string[];
  usedValues: string[];
}

/** A value of the call in a remembered result. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const MAX_REMEMBERED = 5_000;
/** Where an expression may be refused because of a value, not only of its type. */
const READS_VALUES = /between|attribute_type/i;

/**
 * Lets dynalite parse each kind of expression once. The same text with the same names, and with values of the same types,
 * means the same with other values.
 */
export function rememberExpressions(): void {
  for (const name of ['conditionParser', 'projectionParser', 'updateParser']) {
    const parser = require(`dynalite/db/${name}`) as Parser;
    parser.parse = remembering(parser.parse);
  }
}

/** A parser that answers like this one, and asks it once for each kind of expression. */
export function remembering(parse: Parser['parse']): Parser['parse'] {
  const remembered = new Map<string, Parsed>();
  return (expression, { context }) => {
    const { attrNames = {}, attrVals = {}, unusedAttrNames, unusedAttrVals } = context;
    if (READS_VALUES.test(expression)) return parse(expression, { context });
    const types = Object.entries(attrVals).map(([name, value]) => [name, Object.keys(value)]);
    const kind = JSON.stringify([expression, attrNames, types]);
    const known = remembered.get(kind);
    if (known) {
      for (const name of known.usedNames) delete unusedAttrNames[name];
      for (const name of known.usedValues) delete unusedAttrVals[name];
      return withValues(known.result, attrVals);
    }
    const before = { names: Object.keys(unusedAttrNames), values: Object.keys(unusedAttrVals) };
    const result = parse(expression, { context });
    // A text says what is wrong.
    if (typeof result !== 'object') return result;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(kind, {
      result: withoutValues(result, new Map(Object.entries(attrVals).map(([name, value]) => [value, name]))),
      usedNames: before.names.filter((name) => !(name in unusedAttrNames)),
      usedValues: before.values.filter((name) => !(name in unusedAttrVals)),
    });
    return result;
  };
}

/** The parsed expression with placeholders where the call's values stand. */
function withoutValues(parsed: Json, names: ReadonlyMap<Json, string>): Json {
  const name = names.get(parsed);
  return name === undefined ? mapped(parsed, (part) => withoutValues(part, names)) : new Placeholder(name);
}

/** A copy, for dynalite changes what it was given. */
function withValues(parsed: Json, values: Record<string, Json>): Json {
  return parsed instanceof Placeholder
    ? values[parsed.name]
    : mapped(parsed, (part) => withValues(part, values));
}

function mapped(parsed: Json, change: (part: Json) => Json): Json {
  if (typeof parsed !== 'object' || parsed === null) return parsed;
  if (Array.isArray(parsed)) return parsed.map(change);
  const copy = Object.create(Object.getPrototypeOf(parsed));
  for (const name in parsed) copy[name] = change(parsed[name]);
  return copy;
}
