/** Ways to mend what cannot be read at a place, so that the rest of a file can be checked: none of them is ever saved. */
export type Mend = (text: string, offset: number) => string[];

/** Quotes around a text that has none: to the end of its line, or to where braces or a comma end it. */
export const quoted: Mend = (text, offset) => {
  const line = /.*/.exec(text.slice(offset))?.[0] ?? '';
  const isInBrackets = /[{[][^}\]\n]*$/.test(text.slice(0, offset));
  const patterns = isInBrackets
    ? [/\s*(,\s*[\w-]+:\s|[}\]])/, /\s*,/]
    : [/\s*(\s#.*)?$/, /\s*[,}\]]+\s*(\s#.*)?$/];
  const ends = patterns.map((end) => line.search(end));
  return [...new Set(ends)]
    .filter((end) => end > 0)
    .map((end) => {
      const value = `'${line.slice(0, end).replaceAll("'", "''")}'`;
      return text.slice(0, offset) + value + text.slice(offset + end);
    });
};

/** A space behind the first colon from here. */
export const spaced: Mend = (text, offset) => [text.slice(0, offset) + text.slice(offset).replace(':', ': ')];

/** Spaces for the tabs at the start of all lines: how many, depends on who wrote them. */
export const untabbed: Mend = (text) =>
  [2, 4, 6, 8, 10, 12].map((width) =>
    text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', ' '.repeat(width))),
  );

/** Where a place of the mended text is in the text before, which has the same lines. */
export function placeBefore(
  before: string,
  mended: string,
  { line, column }: { line: number; column: number },
): { line: number; column: number } {
  const [was = '', is = ''] = [before, mended].map((text) => text.split('\n')[line - 1]);
  const changed = [...is].findIndex((letter, at) => letter !== was[at]);
  if (changed < 0 || column - 1 <= changed) return { line, column };
  return { line, column: Math.max(changed + 1, column - is.length + was.length) };
}
