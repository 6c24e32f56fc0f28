/** Whether an event matches the pattern of a rule or filter. */
export type Matches = (event: unknown) => boolean;

/**
 * Compiles an EventBridge pattern or a Lambda event filter.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @throws Error that names an operator that does not exist or that the twin lacks.
 */
export function eventPattern(pattern: unknown): Matches {
  if (!isObject(pattern)) throw new Error(`An event pattern is an object, not ${JSON.stringify(pattern)}`);
  const fields = Object.entries(pattern).map(([name, wanted]) => field(name, wanted));
  return (event) => fields.every((matches) => matches(event));
}

function field(name: string, wanted: unknown): Matches {
  if (name === '$or') return oneOf(wanted);
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

function oneOf(wanted: unknown): Matches {
  if (!Array.isArray(wanted) || wanted.length < 2) throw new Error('"$or" takes a list of patterns');
  const patterns = wanted.map(eventPattern);
  return (event) => patterns.some((matches) => matches(event));
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

function operator(matcher: Record<string, unknown>): Matches {
  const [[name, argument] = ['', undefined], ...others] = Object.entries(matcher);
  if (others.length > 0) throw new Error(`One operator at a time: ${JSON.stringify(matcher)}`);
  // `exists` applies to leaves only, and an object is no leaf.
  if (name === 'exists') return (value) => (value !== undefined && !isObject(value)) === argument;
  if (name === 'prefix' && typeof argument === 'string')
    return ofMembers((value) => typeof value === 'string' && value.startsWith(argument));
  if (name === 'anything-but' && !isObject(argument)) {
    const isOneOf = leaf(name, [argument].flat());
    return ofMembers((value) => !isOneOf(value));
  }
  throw new Error(`The twin does not run the pattern operator ${JSON.stringify(matcher)}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
