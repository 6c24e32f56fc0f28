import { type Path, toField } from '../mistake.ts';

/** A path as it stands in the name of a field (RFC 6901), such as `/rules/2/points`. */
export function toPointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The path that a field's name says. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands at a path; undefined for nothing. */
export function settingAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((group, key) => {
    const isThere = typeof group === 'object' && group !== null && Object.hasOwn(group, key);
    return isThere ? (group as Record<string | number, unknown>)[key] : undefined;
  }, value);
}

/** Sets what stands at a path, with the groups around it; undefined takes it away, with groups that are empty then. */
export function setAt(root: unknown, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (typeof root !== 'object' || root === null || key === undefined || key === '__proto__') return;
  const group = root as Record<string, unknown>;
  if (Array.isArray(root) && !(Number(key) < root.length)) return;
  if (rest.length === 0 && value !== undefined) group[key] = value;
  else if (rest.length > 0) {
    const inner = Object.hasOwn(group, key) ? group[key] : undefined;
    const isGroup = typeof inner === 'object' && inner !== null;
    if (!isGroup && value === undefined) return;
    if (!isGroup) group[key] = {};
    setAt(group[key], rest, value);
    if (value === undefined && !Array.isArray(group[key]) && Object.keys(group[key] as object).length === 0)
      delete group[key];
  } else if (!Array.isArray(root)) delete group[key];
}

/** Every single setting of a value, and every list of single ones, as a mistake names it (`rules[2].points`); no empty ones. */
export function settingsIn(value: unknown, path: Path = []): string[] {
  const isGroup = typeof value === 'object' && value !== null;
  const isPlainList = Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null);
  if (value === undefined || (isPlainList && value.length === 0)) return [];
  if (!isGroup || isPlainList) return [toField(path)];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => settingsIn((value as Record<string | number, unknown>)[key], [...path, key]));
}
