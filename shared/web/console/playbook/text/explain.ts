/**
 * What a setting does, as the remarks of its file explain it: a line that begins with its name, the remark right above
 * it, or the one behind it.
 * @returns undefined when nothing explains it
 */
export function explanationOf(text: string, setting: string): string | undefined {
  const lines = text.split(/\r?\n/);
  return inTable(lines, setting) ?? above(lines, setting) ?? behind(lines, setting);
}

/** `#   points  1 to 100`, with the lines below that go on with it. */
function inTable(lines: readonly string[], setting: string): string | undefined {
  for (const [at, line] of lines.entries()) {
    const entry = LEADING.exec(line) ?? INNER.exec(line);
    const { lead = '', names = '', gap = '', words = '' } = entry?.groups ?? {};
    if (!names.split(', ').includes(setting)) continue;
    const column = gap.startsWith(':') ? lead.length : lead.length + names.length + gap.length;
    const more = lines.slice(at + 1);
    const end = more.findIndex((next) => !goesOn(next, column));
    return [words, ...more.slice(0, end < 0 ? undefined : end).map((next) => next.slice(1).trim())].join(' ');
  }
  return undefined;
}

/** The first column of a table. */
const LEADING = /^(?<lead># {3})(?<names>[\w-]+(?:, [\w-]+)*)(?<gap>: | +)(?<words>\S.*)$/;
/** A setting within one, in a column of its own. */
const INNER = /^(?<lead># +(?:[\w-]+ {2,})?)(?<names>[\w-]+(?:, [\w-]+)*)(?<gap>: | {2,})(?<words>\S.*)$/;

function goesOn(line: string, column: number): boolean {
  const [spaces = '', words] = /^# *(?=(\S.*))/.exec(line) ?? [];
  return words !== undefined && spaces.length >= column && !/^[\w-]+(?:: | {2,})\S/.test(words);
}

function above(lines: readonly string[], setting: string): string | undefined {
  const at = placeOf(lines, setting);
  const words: string[] = [];
  for (let line = at - 1; line >= 0; line--) {
    const [, remark] = /^\s*#\s?(.*)$/.exec(lines[line] ?? '') ?? [];
    if (remark === undefined) break;
    words.unshift(remark.trim());
  }
  return words.length === 0 ? undefined : words.join(' ').trim();
}

function behind(lines: readonly string[], setting: string): string | undefined {
  return /\s#\s*(.+)$/.exec(lines[placeOf(lines, setting)] ?? '')?.[1];
}

function placeOf(lines: readonly string[], setting: string): number {
  return lines.findIndex((line) => line.trimStart().startsWith(`${setting}:`));
}
