/** Whether an event matches the pattern of a rule or filter. */
export type Matches = (event: unknown) => boolean;

type Json = Record<string, unknown>;

/**
 * Compiles an EventBridge pattern or a Lambda event filter.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @throws Error that names an operator that does not exist or that the twin lacks.
 */
export function eventPattern(pattern: unknown): Matches {
  if (!isObject(pattern)) throw new Error(`An event pattern is an object, not ${JSON.stringify(pattern)}`);
  const fields = Object.entries(pattern).map(([name, wanted]) =>
    name === '$or' ? alternatives(wanted) : field(name, wanted),
  );
  return (event) => fields.every((matches) => matches(event));
}

function alternatives(patterns: unknown): Matches {
  if (!Array.isArray(patterns) || patterns.length < 2) throw new Error('$or takes at least two patterns');
  const compiled = patterns.map(eventPattern);
  return (event) => compiled.some((matches) => matches(event));
}

function field(name: string, wanted: unknown): Matches {
  if (Array.isArray(wanted)) {
    const matches = leaf(name, wanted);
    return (event) => matches(isObject(event) ? event[name] : undefined);
  }
  const inner = eventPattern(wanted);
  return (event) => {
    const value = isObject(event) ? event[name] : undefined;
    return Array.isArray(value) ? value.some(inner) : inner(value);
  };
}

function leaf(name: string, wanted: unknown[]): Matches {
  if (wanted.length === 0) throw new Error(`The pattern of ${name} is an empty list: nothing could match it`);
  const matchers = wanted.map((one) => (isObject(one) ? operator(one) : exactly(one)));
  return (value) => matchers.some((matches) => matches(value));
}

/** Matches a list in the event when one of its members matches. */
function ofMembers(matches: Matches): Matches {
  return (value) => (Array.isArray(value) ? value.some(matches) : value !== undefined && matches(value));
}

const exactly = (wanted: unknown): Matches => ofMembers((value) => value === wanted);

function operator(matcher: Json): Matches {
  const [[name, argument] = ['', undefined], ...others] = Object.entries(matcher);
  if (others.length > 0) throw new Error(`One operator at a time: ${JSON.stringify(matcher)}`);
  switch (name) {
    case 'exists':
      // `exists` applies to leaves only, and an object is no leaf.
      return (value) => (value !== undefined && !isObject(value)) === argument;
    case 'anything-but':
      return anythingBut(argument);
    case 'numeric':
      return ofMembers(numeric(argument));
    default:
      return ofMembers(ofText(name, argument));
  }
}

function ofText(name: string, argument: unknown): Matches {
  const compare = textOperators[name];
  if (!compare) throw new Error(`The twin does not run the pattern operator "${name}"`);
  const ignoresCase = isObject(argument) && (name === 'prefix' || name === 'suffix');
  const wanted = ignoresCase ? argument['equals-ignore-case'] : argument;
  if (typeof wanted !== 'string') throw new Error(`"${name}" does not take ${JSON.stringify(argument)}`);
  if (ignoresCase) {
    return (value) => typeof value === 'string' && compare(value.toLowerCase(), wanted.toLowerCase());
  }
  return (value) => typeof value === 'string' && compare(value, wanted);
}

const textOperators: Record<string, (value: string, wanted: string) => boolean> = {
  prefix: (value, wanted) => value.startsWith(wanted),
  suffix: (value, wanted) => value.endsWith(wanted),
  'equals-ignore-case': (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  wildcard: (value, wanted) => wildcard(wanted).test(value),
};

/** `*` stands for any text, `\*` for a star and `\\` for a backslash. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/\\([*\\])|(\*)|[^*\\]+/g, (part, escaped?: string, star?: string) =>
    star ? '.*' : (escaped ?? part).replace(/[.+?^${}()|[\]\\*]/g, '\\$&'),
  );
  return new RegExp(`^${source}$`, 's');
}

function anythingBut(argument: unknown): Matches {
  const isOneOf = isObject(argument) ? anyText(argument) : leaf('anything-but', [argument].flat());
  return ofMembers((value) => !isOneOf(value));
}

function anyText(argument: Json): Matches {
  const [[name, wanted] = ['', undefined]] = Object.entries(argument);
  const matchers = [wanted].flat().map((one) => ofText(name, one));
  return (value) => matchers.some((matches) => matches(value));
}

function numeric(argument: unknown): Matches {
  const parts = Array.isArray(argument) ? argument : [];
  if (parts.length !== 2 && parts.length !== 4)
    throw new Error(`"numeric" does not take ${JSON.stringify(argument)}`);
  const comparisons = [parts.slice(0, 2), parts.slice(2)]
    .filter((pair) => pair.length === 2)
    .map(([sign, bound]) => {
      const compare = signs[sign];
      if (!compare || typeof bound !== 'number') throw new Error(`"numeric" does not take ${sign} ${bound}`);
      return (value: number) => compare(value, bound);
    });
  return (value) => typeof value === 'number' && comparisons.every((compare) => compare(value));
}

const signs: Record<string, (value: number, bound: number) => boolean> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
