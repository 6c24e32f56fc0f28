import { isCollection, isMap, isScalar, isSeq, type Node } from 'yaml';
import { scalarText } from './scalar-text.ts';

const LINE_WIDTH = 110;

/** How a value is written that was not in the file before. */
interface Place {
  indent: number;
  /** A neighbour whose layout it takes over. */
  like?: Node | undefined;
}

/** A value between braces or brackets, on one line. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (!isGroup(value)) return scalarText(value, { inFlow: true, indent: 0 });
  const settings = Object.entries(value).map(([name, setting]) => `${flowText(name)}: ${flowText(setting)}`);
  return settings.length === 0 ? '{}' : `{ ${settings.join(', ')} }`;
}

/** Whether a value gets lines of its own, below its name. */
export function isLaidOut(value: unknown, { indent, like }: Place): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return false;
  if (isCollection(like) && like.items.length > 0) return !like.flow;
  const isDeep = Object.values(value).some(
    (inner) => isGroup(inner) && !(Array.isArray(inner) && inner.every((one) => !isGroup(one))),
  );
  const isWide = indent + flowText(value).length > LINE_WIDTH;
  return Array.isArray(value) ? isDeep || isWide : isWide || (isDeep && Object.keys(value).length > 2);
}

/** What stands behind the colon of a setting, with the space or the new line before it. */
export function settingText(value: unknown, place: Place): string {
  const { indent, like } = place;
  if (typeof value !== 'object' || value === null) {
    const type = isScalar(like) && typeof value === 'string' ? like.type : undefined;
    return ` ${scalarText(value, { inFlow: false, indent, type: type ?? undefined })}`;
  }
  if (!isLaidOut(value, place)) return ` ${flowText(value)}`;
  const inner = { indent: indent + 2, like };
  return `\n${' '.repeat(inner.indent)}${blockText(value, inner)}`;
}

/** A group or list with a line for each entry; the first line has no indent. */
export function blockText(value: object, { indent, like }: Place): string {
  const lines = Array.isArray(value)
    ? value.map((entry) => entryText(entry, { indent, like: isSeq(like) ? lastOf(like) : undefined }))
    : Object.entries(value).map(([name, setting]) =>
        pairText(name, setting, { indent, like: settingOf(like, name) }),
      );
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** A setting with its name. */
export function pairText(name: string, value: unknown, place: Place): string {
  return `${scalarText(name, { inFlow: false, indent: 0 })}:${settingText(value, place)}`;
}

/** An entry of a list with its dash. */
export function entryText(value: unknown, place: Place): string {
  if (typeof value !== 'object' || value === null || !isLaidOut(value, place))
    return `-${settingText(value, place)}`;
  return `- ${blockText(value, { indent: place.indent + 2, like: place.like })}`;
}

function settingOf(like: Node | undefined, name: string): Node | undefined {
  return isMap(like) ? (like.get(name, true) as Node | undefined) : undefined;
}

function lastOf(list: { items: unknown[] }): Node | undefined {
  return list.items.at(-1) as Node | undefined;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
