import type { Entry, Rearranged } from './block-layout.ts';
import { indentAt, lineStart, type Splice, spliced } from './splice.ts';

const LINE_WIDTH = 120;

interface Flow extends Rearranged {
  from: number;
  to: number;
  eol: string;
}

/** What changes when entries between brackets or braces are added, removed or moved. */
export function flowSplices(source: string, { from, to, eol, entries, order, own }: Flow): Splice[] {
  const open = source.slice(from, from + 1);
  const close = source.slice(to - 1, to);
  if (order.length === 0) return [{ from, to, text: open + close }];
  const first = entries[0];
  const last = entries.at(-1);
  const isBrace = open === '{';
  const start = first ? source.slice(from, first.from) : isBrace ? '{ ' : '[';
  const end = last ? source.slice(last.to, to) : isBrace ? ' }' : ']';
  const gapBefore = (at: number) => source.slice((entries[at - 1] as Entry).to, (entries[at] as Entry).from);
  const indent = ' '.repeat(indentAt(source, from) + 2);
  let text = start;
  let previous: number | undefined;
  let width = from - lineStart(source, from) + start.length;
  for (const [place, one] of order.entries()) {
    const at = typeof one === 'number' ? one : undefined;
    const own_ =
      typeof one === 'number'
        ? spliced(source, (entries[one] as Entry).from, (entries[one] as Entry).to, own(one))
        : one.text;
    let gap = '';
    if (place > 0) {
      const isNext = at !== undefined && previous !== undefined && at === previous + 1;
      const usual = entries.length > 1 ? gapBefore(entries.length - 1) : ', ';
      gap = isNext ? gapBefore(at) : usual.includes('#') || !usual.startsWith(',') ? ', ' : usual;
      if (!isNext && !gap.includes('\n') && width + gap.length + own_.length > LINE_WIDTH)
        gap = `,${eol}${indent}`;
    }
    text += gap + own_;
    const broken = text.lastIndexOf('\n');
    width = broken < 0 ? from - lineStart(source, from) + text.length : text.length - broken - 1;
    previous = at;
  }
  return [{ from, to, text: text + end }];
}
