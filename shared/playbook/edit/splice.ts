/** A change of a text: what stands from one place up to another becomes something else. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** A part of a text after changes within it. */
export function spliced(source: string, from: number, to: number, splices: readonly Splice[]): string {
  let text = '';
  let at = from;
  for (const splice of [...splices].sort((a, b) => a.from - b.from)) {
    text += source.slice(at, splice.from) + splice.text;
    at = splice.to;
  }
  return text + source.slice(at, to);
}

/** Where the line of a place begins. */
export function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of a place ends, before its line break. */
export function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  if (end < 0) return source.length;
  return source[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** How far the line of a place is indented. */
export function indentAt(source: string, offset: number): number {
  return /^ */.exec(source.slice(lineStart(source, offset)))?.[0].length ?? 0;
}
