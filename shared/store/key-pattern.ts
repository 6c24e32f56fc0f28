import type { LeadId, VisitorId } from '../domain/identity/ids.ts';

/** The parts of keys that are more than text. */
interface PartTypes {
  lead: LeadId;
  visitor: VisitorId;
}

type TypeOf<Part extends string> = Part extends `${string}:${string}`
  ? number
  : Part extends keyof PartTypes
    ? PartTypes[Part]
    : string;
type PartsIn<Text extends string> = Text extends `${string}{${infer Part}}${infer Rest}`
  ? Part | PartsIn<Rest>
  : never;
type NameOf<Part extends string> = Part extends `${infer Name}:${string}` ? Name : Part;

/** The parts of a pattern: `L#{lead} / A#{number:5}` takes `{ lead, number }`. */
export type KeyOf<Pattern extends string> = {
  [Part in PartsIn<Pattern> as NameOf<Part>]: TypeOf<Part>;
};

/** The same for a query: all parts of the partition key, and the first parts of the sort key. */
export type PrefixOf<Pattern extends string> = Pattern extends `${infer PK} / ${infer SK}`
  ? KeyOf<PK> & Partial<KeyOf<SK>>
  : never;

/** The keys of an item. */
export interface ItemKey {
  PK: string;
  SK: string;
}

/** The patterns of a partition and a sort key, such as `L#{lead} / A#{number:5}`; `:5` pads a number to five digits. */
export interface KeyPattern<Pattern extends string> {
  /** The keys, as far as the parts reach. */
  fill(parts: PrefixOf<Pattern>): ItemKey;
  /** The parts of an item's keys; undefined when they have another pattern. */
  match(keys: ItemKey): KeyOf<Pattern> | undefined;
}

export function keyPattern<Pattern extends string>(pattern: Pattern): KeyPattern<Pattern> {
  const [PK = [], SK = []] = pattern.split(' / ').map(piecesOf);
  let matcher: RegExp | undefined;
  return {
    fill: (parts) => ({ PK: filled(PK, parts), SK: filled(SK, parts) }),
    match: (keys) => {
      matcher ??= new RegExp(`^${expression(PK)}\n${expression(SK)}$`);
      const found = matcher.exec(`${keys.PK}\n${keys.SK}`);
      return found === null ? undefined : (numbered(found.groups, PK, SK) as KeyOf<Pattern>);
    },
  };
}

/** Text, then for each part its name, the number of digits, and the text after it. */
function piecesOf(template: string): (string | undefined)[] {
  return template.split(/\{(\w+)(?::(\d+))?\}/);
}

function filled([start = '', ...pieces]: (string | undefined)[], parts: Record<string, unknown>): string {
  let text = start;
  for (let n = 0; n < pieces.length; n += 3) {
    const value = parts[pieces[n] ?? ''];
    if (value === undefined) return text;
    text += String(value).padStart(Number(pieces[n + 1] ?? 0), '0') + pieces[n + 2];
  }
  return text;
}

/** Only the last part of a key may contain the `#` that separates the parts. */
function expression([start = '', ...pieces]: (string | undefined)[]): string {
  let text = start;
  for (let n = 0; n < pieces.length; n += 3) {
    text += `(?<${pieces[n]}>${n + 3 < pieces.length ? '[^#\n]+' : '[^\n]+'})${pieces[n + 2]}`;
  }
  return text;
}

function numbered(groups: Record<string, string> = {}, ...keys: (string | undefined)[][]): object {
  const numbers = new Set(
    keys.flatMap((key) => key.filter((_, n) => n % 3 === 1 && key[n + 1] !== undefined)),
  );
  return Object.fromEntries(
    Object.entries(groups).map(([name, text]) => [name, numbers.has(name) ? Number(text) : text]),
  );
}
