/** The values that the intrinsic functions of a template refer to. */
export interface Scope {
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  condition(name: string): boolean;
}

/** Thrown when a value refers to something that the twin cannot know. */
export class Unresolved extends Error {}

/** The value of `AWS::NoValue`: the property is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Resolves every intrinsic function in a value.
 * @throws Unresolved that names the function or the reference without a value.
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only && isIntrinsic(only[0])) return call(only[0], only[1], scope);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, resolve(item, scope)]).filter(([, item]) => item !== NO_VALUE),
  );
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');
}

function call(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return scope.ref(String(argument));
    case 'Condition':
      // Policy statements have a member `Condition` too; only a string names a condition.
      return typeof argument === 'string'
        ? scope.condition(argument)
        : { Condition: resolve(argument, scope) };
    case 'Fn::GetAtt':
      return attribute(argument, scope);
    case 'Fn::Join': {
      const [separator, parts] = list(argument, name);
      return list(resolve(parts, scope), name)
        .map((part) => text(part, name))
        .join(String(separator));
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::Select': {
      const [index, items] = list(resolve(argument, scope), name);
      return list(items, name)[Number(index)];
    }
    case 'Fn::Split': {
      const [separator, whole] = list(resolve(argument, scope), name);
      return text(whole, name).split(String(separator));
    }
    case 'Fn::If': {
      const [condition, yes, no] = list(argument, name);
      return resolve(scope.condition(String(condition)) ? yes : no, scope);
    }
    case 'Fn::Equals': {
      const [left, right] = list(resolve(argument, scope), name);
      return left === right;
    }
    case 'Fn::And':
      return list(resolve(argument, scope), name).every(Boolean);
    case 'Fn::Or':
      return list(resolve(argument, scope), name).some(Boolean);
    case 'Fn::Not':
      return !list(resolve(argument, scope), name)[0];
    default:
      throw new Unresolved(`${name} is not run by the twin`);
  }
}

function attribute(argument: unknown, scope: Scope): unknown {
  const [logicalId, ...name] =
    typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
  return scope.attribute(String(logicalId), name.join('.'));
}

function substitute(argument: unknown, scope: Scope): string {
  const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = resolve(own ?? {}, scope) as Record<string, unknown>;
  return String(template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in variables) return text(variables[name], 'Fn::Sub');
    return text(name.includes('.') ? attribute(name, scope) : scope.ref(name), 'Fn::Sub');
  });
}

function list(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unresolved(`${name} wants a list, not ${JSON.stringify(value)}`);
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new Unresolved(`${name} wants text, not ${JSON.stringify(value)}`);
}
