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
    const [issue] = parsed.error.issues;
    if (issue === undefined || !remove(rest, wrongPart(issue, rest), places)) return undefined;
  }
}

/** The setting to leave out: an unknown or wrong one itself, or the group in which one is missing. */
function wrongPart(issue: z.core.$ZodIssue, rest: unknown): Path {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return [...path, ...issue.keys.slice(0, 1)];
  const wrong = valueAt(rest, path);
  // A list that lost its last entry is not left out by itself: without it, a rule would be for everything.
  return wrong === undefined || (Array.isArray(wrong) && wrong.length === 0) ? path.slice(0, -1) : path;
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
