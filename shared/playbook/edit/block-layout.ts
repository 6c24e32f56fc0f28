import { lineEnd, lineStart, type Splice, spliced } from './splice.ts';

/** Where an entry of a list or group stands, without the remarks around it. */
export interface Entry {
  from: number;
  to: number;
}

export interface Rearranged {
  entries: readonly Entry[];
  /** The entries as they are now: the place one had before, or the text of a new one. */
  order: readonly (number | { text: string })[];
  /** What changes within an entry that stays. */
  own: (at: number) => Splice[];
}

interface Block extends Rearranged {
  indent: number;
  eol: string;
  /** Its entries are what people add and remove, so the remark right above one belongs to it. */
  isGroups: boolean;
  /** What stands above its first entry is about the whole file. */
  isRoot: boolean;
}

/** An entry with the lines above it: those that belong to the place, and the remark that belongs to the entry. */
interface Piece {
  gap: string[];
  remark: string[];
  text: string;
}

/** What changes when entries that stand below each other are added, removed or moved. */
export function blockSplices(source: string, block: Block): Splice[] {
  const { entries, order, own, indent, eol, isRoot } = block;
  const first = entries[0] as Entry;
  const from = isRoot ? first.from : remarkStart(source, first.from);
  const pieces = entries.map((entry, at): Piece => {
    const end = ownEnd(source, entry, indent, entries[at + 1]?.from);
    const above =
      at === 0 ? from : lineEnd(source, ownEnd(source, entries[at - 1] as Entry, indent, entry.from)) + 1;
    const lines = source.slice(above, at === 0 ? entry.from : lineStart(source, entry.from)).split(/\r?\n/);
    lines.pop();
    const split = lines.findLastIndex((line) => line.trim() === '') + 1;
    return {
      gap: lines.slice(0, split),
      remark: lines.slice(split).map((line) => line.trimStart()),
      text: spliced(source, entry.from, end, order.includes(at) ? own(at) : []),
    };
  });
  const to = ownEnd(source, entries.at(-1) as Entry, indent, undefined);
  return [{ from, to, text: arranged(pieces, block).join(eol).trimStart() }];

  function arranged(all: readonly Piece[], { isGroups }: Block): string[] {
    const kept = order.filter((one) => typeof one === 'number');
    const isMoved = kept.some((was, at) => at > 0 && was < (kept[at - 1] as number));
    const last = all.at(-1)?.gap ?? [];
    const usual = last.slice(last.findLastIndex((line) => line !== '') + 1);
    const lines: string[] = [];
    let next = 0;
    for (const [at, one] of order.entries()) {
      const piece =
        typeof one === 'number' ? (all[one] as Piece) : { gap: usual, remark: [], text: one.text };
      const gap = isMoved
        ? (all[at]?.gap ?? usual)
        : typeof one === 'number'
          ? leftBetween(next, one)
          : usual;
      if (typeof one === 'number') next = one + 1;
      const isBlank = gap.every((line) => line === '');
      const own = [...piece.remark, piece.text].map((line) => ' '.repeat(indent) + line);
      lines.push(...(at === 0 && isBlank ? [] : gap), ...own);
    }
    return lines;

    /** The lines above an entry, with those of removed ones that say more than nothing. */
    function leftBetween(start: number, one: number): string[] {
      const removed = all.slice(start, one).flatMap(({ gap, remark }) => {
        const said = isGroups ? [] : remark;
        return gap.some((line) => line !== '') ? [...gap, ...said] : said;
      });
      return [...removed, ...(all[one] as Piece).gap];
    }
  }
}

/** Where the remark right above the first entry begins. */
function remarkStart(source: string, from: number): number {
  let start = from;
  if (source.slice(lineStart(source, from), from).trim() !== '') return from;
  for (let line = lineStart(source, from); line > 0; ) {
    const above = lineStart(source, line - 1);
    const text = source.slice(above, line).trim();
    if (!text.startsWith('#')) break;
    start = above + source.slice(above, line).indexOf('#');
    line = above;
  }
  return start;
}

/** Where an entry ends: with the remark behind it, and those below that are indented further than it. */
function ownEnd(source: string, { to }: Entry, indent: number, next: number | undefined): number {
  let end = lineEnd(source, to);
  const limit = next ?? source.length;
  for (let at = end; at < limit; ) {
    const start = source.indexOf('\n', at) + 1;
    if (start === 0 || start >= limit) break;
    const line = source.slice(start, lineEnd(source, start));
    const comment = /^( *)#/.exec(line);
    if (comment === null || (comment[1] as string).length <= indent) break;
    end = lineEnd(source, start);
    at = end;
  }
  return end;
}
