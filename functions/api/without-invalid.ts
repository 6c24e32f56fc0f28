import type * as z from 'zod/mini';
import type { IgnoredField } from '../../shared/contract/api.ts';
import { INVALID, Problem } from './problem.ts';

type Path = PropertyKey[];

/** How deep a value stands that can be left out by itself, such as `profile.phone` and `proofs.permission`. */
const DEPTH = 2;

/**
 * What is valid in an object, and what had to be left out of it, with the reason. A value that is wrong in part is left
 * out as a whole, such as a proof without its wording; an unknown field costs only itself. Changes the input.
 * @throws Problem with an error for each required field that is not valid
 */
export function withoutInvalid<S extends z.ZodMiniType>(
  schema: S,
  input: unknown,
): { valid: z.output<S>; ignored: IgnoredField[] } {
  const reasons = new Map<string, string>();
  for (;;) {
    const { success, data, error } = schema.safeParse(input);
    if (success) return { valid: data, ignored: [...reasons].map(([field, reason]) => ({ field, reason })) };
    const wrong = error.issues.flatMap(placesOf);
    for (const { path, reason } of wrong) {
      const field = nameOf(path);
      if (!reasons.has(field)) reasons.set(field, reason);
    }
    if (wrong.filter(({ path }) => leaveOut(input, path)).length === 0) {
      const fields = wrong.map(({ path }) => nameOf(path));
      throw new Problem(422, INVALID, Object.fromEntries(fields.map((one) => [one, reasons.get(one) ?? ''])));
    }
  }
}

const nameOf = (path: Path) => path.join('.') || 'body';

/** What must be left out because of an issue. */
function placesOf({ path, message, ...issue }: z.core.$ZodIssue): { path: Path; reason: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], reason: 'There is no such field' }));
  const inner = path.slice(DEPTH);
  const reason = inner.length === 0 ? message : `\`${inner.join('.')}\`: ${message}`;
  return [{ path: path.slice(0, DEPTH), reason }];
}

/** @returns whether the input had something at this place */
function leaveOut(input: unknown, path: Path): boolean {
  const name = path.at(-1);
  // biome-ignore lint/suspicious/noExplicitAny: the path of an issue leads through objects
  const parent = path.slice(0, -1).reduce<any>((value, key) => value?.[key], input);
  return (
    name !== undefined && Object(parent) === parent && Object.hasOwn(parent, name) && delete parent[name]
  );
}
