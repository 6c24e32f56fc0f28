import type * as z from 'zod';
import type { Finding, Path } from '../mistake.ts';

/** What is right in a value with mistakes. */
export interface SoundPart<Value> {
  value: Value;
  /** A finding about it, with the path that its setting has in the whole value. */
  inWhole(finding: Finding): Finding;
}

/** For each list that was shortened, where its entries stood before. */
type Places = WeakMap<object, number[]>;

/**
 * What is left of a value without the settings that its schema refuses: it can be checked further, so that people see all
 * mistakes at once.
 * @returns undefined when nothing useful is left
 */
export function soundPart<Value>(schema: z.ZodType<Value>, whole: unknown): SoundPart<Value> | undefined {
  const rest: unknown = structuredClone(whole);
  const places: Places = new WeakMap();
  for (;;) {
    const parsed = schema.safeParse(rest);
    if (parsed.success) {
      const before = (path: Path) => pathBefore(path, rest, places);
      const inWhole = ({ path, without = [], ...finding }: Finding) => ({
        ...finding,
        path: before(path),
        without: without.map(before),
      });
      return { value: parsed.data, inWhole };
    }
    const { issues } = parsed.error;
    // One after the other, because leaving out one may put another right; but not of so many that somebody would wait.
    const some = issues.length > MANY ? issues : issues.slice(0, 1);
    // The last of a list first, so that the others keep their places.
    const paths = outermost(some.flatMap((issue) => wrongParts(issue, rest))).reverse();
    if (!paths.every((path) => remove(rest, path, places))) return undefined;
  }
}

const MANY = 20;

/** The settings to leave out: unknown or wrong ones themselves, or the group in which one is missing. */
function wrongParts(issue: z.core.$ZodIssue, rest: unknown): Path[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  const wrong = valueAt(rest, path);
  // A list that lost its last entry is not left out by itself: without it, a rule would be for everything.
  return [wrong === undefined || (Array.isArray(wrong) && wrong.length === 0) ? path.slice(0, -1) : path];
}

/** Each path once, in the order of lists, without those inside another of them. */
function outermost(paths: readonly Path[]): Path[] {
  const named = new Map(paths.map((path) => [JSON.stringify(path), path]));
  const isInside = (path: Path) =>
    path.some((_, length) => length > 0 && named.has(JSON.stringify(path.slice(0, length))));
  return [...named.values()].filter((path) => !isInside(path)).sort(byIndex);
}

function byIndex(a: Path, b: Path): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [one, other] = [a[at], b[at]];
  return typeof one === 'number' && typeof other === 'number' ? one - other : 0;
}

/** @returns false for the value itself, which cannot be left out */
function remove(rest: unknown, path: Path, places: Places): boolean {
  const last = path.at(-1);
  const group = valueAt(rest, path.slice(0, -1));
  if (last === undefined || typeof group !== 'object' || group === null) return false;
  if (Array.isArray(group) && typeof last === 'number') {
    places.set(group, (places.get(group) ?? [...group.keys()]).toSpliced(last, 1));
    group.splice(last, 1);
  } else {
    delete (group as Record<string, unknown>)[last];
  }
  return true;
}

function pathBefore(path: Path, rest: unknown, places: Places): Path {
  return path.map((part, at) => {
    const group = valueAt(rest, path.slice(0, at));
    const before = typeof group === 'object' && group !== null ? places.get(group) : undefined;
    return typeof part === 'number' ? (before?.[part] ?? part) : part;
  });
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, key) => (part as Record<string | number, unknown> | undefined)?.[key],
    value,
  );
}
