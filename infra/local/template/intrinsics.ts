/** The values that the intrinsic functions of a template refer to. */
export interface Scope {
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
}

/** Thrown when a value refers to something that the twin cannot know. */
export class Unresolved extends Error {}

/**
 * Resolves every intrinsic function in a value.
 * @throws Unresolved that names the function or the reference without a value.
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [[name, argument] = ['', undefined]] = entries;
  if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) return call(name, argument, scope);
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, scope)]));
}

function call(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return scope.ref(String(argument));
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
    default:
      throw new Unresolved(`${name} is not run by the twin`);
  }
}

function attribute(argument: unknown, scope: Scope): unknown {
  const [logicalId, name] = list(argument, 'Fn::GetAtt');
  return scope.attribute(String(logicalId), String(name));
}

function substitute(argument: unknown, scope: Scope): string {
  return text(argument, 'Fn::Sub').replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (/[!.]/.test(name)) throw new Unresolved(`Fn::Sub with ${name} is not run by the twin`);
    return text(scope.ref(name), 'Fn::Sub');
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
