import { isDeepStrictEqual } from 'node:util';
import type { ChangeValue, PlaybookChange } from './change.ts';

type Found = Omit<PlaybookChange, 'file'>;
type Group = Record<string, unknown>;

/** The settings by which entries of a list are known, the first that all have and no two share. */
const NAMES = ['name', 'id', 'mail', 'value', 'to'];
const LONGEST = 200;

/** The differences between two values of settings, in the order of the newer one, then what is gone. */
export function compareValues(before: unknown, after: unknown, at: readonly string[] = []): Found[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (before === undefined) return [{ at, kind: 'added', ...told('to', after) }];
  if (after === undefined) return [{ at, kind: 'removed', ...told('from', before) }];
  if (isGroup(before) && isGroup(after)) return compareGroups(before, after, at);
  if (Array.isArray(before) && Array.isArray(after)) {
    const lists = named(before, after);
    if (lists) return [...compareGroups(...lists, at), ...orderOf(...lists, at)];
  }
  return [{ at, kind: 'changed', ...told('from', before), ...told('to', after) }];
}

function compareGroups(before: Group, after: Group, at: readonly string[]): Found[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const valueIn = (group: Group, name: string) => (Object.hasOwn(group, name) ? group[name] : undefined);
  return names.flatMap((name) => compareValues(valueIn(before, name), valueIn(after, name), [...at, name]));
}

/** Lists of groups as groups by name; by place when nothing names their entries; undefined for lists of values. */
function named(before: unknown[], after: unknown[]): [Group, Group] | undefined {
  const all = [...before, ...after];
  if (!all.every(isGroup)) return undefined;
  const isName = (name: string) =>
    [before, after].every((list) => {
      const values = (list as Group[]).map((entry) => entry[name]);
      return values.every((value) => typeof value === 'string') && new Set(values).size === values.length;
    });
  const name = NAMES.find(isName);
  const byName = (list: unknown[]): Group =>
    Object.fromEntries(
      (list as Group[]).map((entry, index) => [name ? String(entry[name]) : `${index + 1}`, entry]),
    );
  return [byName(before), byName(after)];
}

/** Whether the entries that both have stand in another order. */
function orderOf(before: Group, after: Group, at: readonly string[]): Found[] {
  const shared = (group: Group, other: Group) => Object.keys(group).filter((name) => name in other);
  return isDeepStrictEqual(shared(before, after), shared(after, before)) ? [] : [{ at, kind: 'order' }];
}

function told<K extends 'from' | 'to'>(key: K, value: unknown): { [P in K]?: ChangeValue } {
  const shown = Array.isArray(value) ? value.every(isValue) && value.map(cut) : isValue(value) && cut(value);
  return (shown === false && value !== false ? {} : { [key]: shown }) as { [P in K]?: ChangeValue };
}

function isValue(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function cut<T extends string | number | boolean>(value: T): T | string {
  return typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
