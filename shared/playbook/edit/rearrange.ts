import { fromPointer, setAt, settingAt } from './setting-path.ts';

/** What a button of a form does with an entry of a list or group, as its value says it: `up /rules/2`. */
export type Rearrangement =
  | { does: 'up' | 'down' | 'remove'; path: string[] }
  /** `what` is the kind of the new entry or setting: one that the form offers. */
  | { does: 'add' | 'set'; path: string[]; what: string };

/** What a button means; undefined for one that does something else. */
export function rearrangementIn(text: string): Rearrangement | undefined {
  const [, does, pointer = '', what = ''] =
    /^(up|down|remove|add|set) ((?:\/[^ ]*)?)(?: (.*))?$/s.exec(text) ?? [];
  const path = fromPointer(pointer);
  if (does === 'add' || does === 'set') return { does, path, what };
  return does === 'up' || does === 'down' || does === 'remove' ? { does, path } : undefined;
}

/** What a new entry is, and its name when it gets one in a group. */
export interface NewEntry {
  name?: string;
  value: unknown;
}

/**
 * A part of the playbook with an entry moved, removed, or added at the end, or a setting that is something else from now
 * on. What is not there stays so.
 */
export function rearranged(value: unknown, change: Rearrangement, fresh?: NewEntry): unknown {
  const result: unknown = structuredClone(value);
  if (change.does === 'add') return fresh === undefined ? result : withEntry(result, change.path, fresh);
  if (change.does === 'set') {
    if (fresh !== undefined) setAt(result, change.path, fresh.value);
    return result;
  }
  const key = change.path.at(-1);
  const group = settingAt(result, change.path.slice(0, -1));
  if (key === undefined || typeof group !== 'object' || group === null || !Object.hasOwn(group, key))
    return result;
  if (!Array.isArray(group)) {
    if (change.does === 'remove') delete (group as Record<string, unknown>)[key];
    return result;
  }
  const at = Number(key);
  const to = change.does === 'up' ? at - 1 : at + 1;
  const [entry] = group.splice(at, 1);
  if (change.does !== 'remove') group.splice(Math.max(0, to), 0, entry);
  return result;
}

function withEntry(root: unknown, path: readonly string[], { name, value }: NewEntry): unknown {
  const around = settingAt(root, path);
  if (Array.isArray(around)) {
    around.push(value);
    return root;
  }
  if (typeof around === 'object' && around !== null) {
    if (name !== undefined && name !== '__proto__' && !Object.hasOwn(around, name))
      (around as Record<string, unknown>)[name] = value;
    return root;
  }
  const key = path.at(-1);
  const group = key === undefined ? undefined : settingAt(root, path.slice(0, -1));
  if (around !== undefined && around !== null) return root;
  if (key === undefined) return name === undefined ? [value] : { [name]: value };
  if (typeof group === 'object' && group !== null)
    (group as Record<string, unknown>)[key] = name === undefined ? [value] : { [name]: value };
  return root;
}
