import {
  type Document,
  type ErrorCode,
  isMap,
  isNode,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { byPlace, type Finding, lostLetter, type Mistake, type Path, toField } from './mistake.ts';

type ParseError = Pick<YAMLError, 'code' | 'pos' | 'message'>;

/** A YAML file: its value, and where each setting stands in it. */
export interface YamlSource {
  /** Undefined when the file cannot be read. */
  value: unknown;
  /** Every name that appears twice, and the first place that cannot be read: what follows it may only seem wrong. */
  mistakes: Mistake[];
  mistakeOf(finding: Finding): Mistake;
}

/** Parses a YAML file. */
export function parseYaml(file: string, text: string): YamlSource {
  const lost = lostLetter(file, text);
  if (lost.length > 0) return { ...parseYaml(file, ''), value: undefined, mistakes: lost };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errors = [...document.errors, ...document.warnings, ...strayAliases(document)].sort(
    (a, b) => a.pos[0] - b.pos[0],
  );
  const cuts = cutTexts(document, text);
  const unreadable = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const mistakes = [
    ...doubledNames(document),
    ...cuts,
    ...firstUnreadable(document, unreadable, text).filter(({ offset }) => !isNextLine(offset, cuts, text)),
  ].map(({ offset, problem, remedy }) => ({ ...at(offset), field: '', problem, remedy }));
  keepFirst(document);
  return {
    value: unreadable.length > 0 ? undefined : document.toJS(),
    mistakes: byPlace(mistakes),
    mistakeOf: ({ path, atKey = false, ...finding }) => ({
      ...at(offsetOf(document, path, atKey)),
      field: toField(path),
      ...finding,
    }),
  };
}

/** Texts that start with a `*` or `&`, which stand for a value with a name. */
function strayAliases(document: Document): ParseError[] {
  const found: ParseError[] = [];
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor && node.range) {
        const [start = 0] = node.range;
        found.push({ code: 'BAD_ALIAS', pos: [start, start], message: '' });
      }
    },
    Alias(_, alias) {
      const [start = 0, end = 0] = alias.range ?? [];
      if (alias.resolve(document) === undefined)
        found.push({ code: 'BAD_ALIAS', pos: [start, end], message: '' });
    },
  });
  return found;
}

/** Names that appear twice; of several in a row the first, because they are an entry that lost its dash. */
function doubledNames(document: Document): (Advice & { offset: number })[] {
  const found: (Advice & { offset: number })[] = [];
  visit(document, {
    Map(_, { items }, path) {
      const names = items.map(({ key }) => String(key));
      const isDoubled = names.map((name, index) => names.indexOf(name) < index);
      for (const [index, { key }] of items.entries()) {
        if (!isDoubled[index] || isDoubled[index - 1] || !isNode(key) || !key.range) continue;
        const isEntry = isSeq(path.at(-1)) && isDoubled[index + 1];
        found.push({ offset: key.range[0], ...(isEntry ? NO_DASH : TWICE) });
      }
    },
  });
  return found;
}

/** Texts of which the rest would be lost, because it follows a `#`, as in `Guide #1`. */
function cutTexts(document: Document, text: string): (Advice & { offset: number })[] {
  const found: (Advice & { offset: number })[] = [];
  visit(document, {
    Scalar(_, { range, type, value }) {
      if (!range || type !== Scalar.PLAIN || typeof value !== 'string' || value === '') return;
      const cut = /^ +#[^\s#]/.exec(text.slice(range[1]));
      if (cut) found.push({ offset: range[1] + cut[0].length - 2, ...CUT });
    },
  });
  return found;
}

/** Whether a bracket that was cut off in one line is missed in the next. */
function isNextLine(offset: number, cuts: readonly { offset: number }[], text: string): boolean {
  return cuts.some((cut) => /^.*\n\s*$/.test(text.slice(cut.offset, offset)));
}

/** Of settings with one name the first, so that a place and a value belong together. */
function keepFirst(document: Document): void {
  visit(document, {
    Map(_, map) {
      const names = map.items.map(({ key }) => String(key));
      map.items = map.items.filter((_, index) => names.indexOf(names[index] as string) === index);
    },
  });
}

interface Advice {
  problem: string;
  remedy: string;
}

/** What cannot be read, where somebody wrote it: the parser may notice only later. */
function firstUnreadable(
  document: Document,
  [first, ...others]: readonly ParseError[],
  text: string,
): (Advice & { offset: number })[] {
  if (first === undefined) return [];
  const [offset] = first.pos;
  const quote = first.code === 'MISSING_CHAR' ? quoteOpenAt(document, offset) : undefined;
  if (quote !== undefined) return [{ offset: quote, ...OPEN_QUOTE }];
  const glued = lineBefore(text, offset, GLUED);
  if (glued !== undefined) return [{ offset: glued, ...NO_SPACE }];
  const joined = others.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === offset);
  const name = joined && /\n([ ]*)[\w-]+$/.exec(text.slice(offset, joined.pos[1]));
  if (name) return [{ offset: offset + name.index + name[0].length - name[0].trim().length, ...INDENT }];
  const isUnlisted = first.code === 'MISSING_CHAR' && first.message.includes('without - indicator');
  return [{ offset, ...(isUnlisted ? INDENT : (YAML_ADVICE[first.code] ?? UNREADABLE)) }];
}

/** Where the quote stands that is still open at a place. */
function quoteOpenAt(document: Document, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
      if (isQuoted && range && range[0] < offset && range[1] >= offset) found = range[0];
    },
  });
  return found;
}

/** Where the line of a place, or the one above it that is no remark, looks like this. */
function lineBefore(text: string, offset: number, like: RegExp): number | undefined {
  const end = text.indexOf('\n', offset);
  const lines = text.slice(0, end < 0 ? undefined : end).split('\n');
  for (let at = text.slice(0, offset).split('\n').length - 1, seen = 0; at >= 0 && seen < 2; at--) {
    const line = lines[at] as string;
    if (/^\s*(#|$)/.test(line)) continue;
    if (like.test(line)) return lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0) + line.search(/\S/);
    seen++;
  }
  return undefined;
}

/** Like `points:2`, but no web address. */
const GLUED = /^\s*(- )?[A-Za-z][\w-]*:(?!\/\/)[^\s:]/;

const QUOTES = 'put quotes around the whole text: "…"';
const COLON = { problem: 'a text with a colon in it has no quotes around it', remedy: QUOTES };
const FIRST_CHARACTER = { problem: 'a text cannot start with this character', remedy: QUOTES };
const INDENT = {
  problem: 'the line is indented too little or too much',
  remedy: 'align it with the lines it belongs to, or close the bracket above it',
};
const OPEN_QUOTE = {
  problem: 'this quote is never closed',
  remedy: 'put the same quote at the end of the text, or leave this one out',
};
const NO_SPACE = { problem: 'there is no space behind the colon', remedy: 'write it like points: 2' };
const TWICE = { problem: 'this name appears twice', remedy: 'keep one of the two' };
const NO_DASH = {
  problem: 'this name, and more below it, appear twice',
  remedy: 'begin it with a dash if it is an entry of its own; else keep one of the two',
};
const CUT = {
  problem: 'what follows the # in this text would be left out',
  remedy: 'put quotes around the whole text: "…", or a space behind the # of a remark',
};
const UNREADABLE = {
  problem: 'this cannot be read',
  remedy: 'compare it with the lines around it; a text with : # { or [ in it needs quotes around it',
};

/** In the words of people who never heard of YAML, by its code for what is wrong. */
const YAML_ADVICE: Partial<Record<ErrorCode, Advice>> = {
  TAB_AS_INDENT: { problem: 'the line starts with a tab', remedy: 'use spaces' },
  BLOCK_AS_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: COLON,
  BAD_ALIAS: FIRST_CHARACTER,
  BAD_SCALAR_START: FIRST_CHARACTER,
  BAD_DIRECTIVE: FIRST_CHARACTER,
  TAG_RESOLVE_FAILED: FIRST_CHARACTER,
  BAD_DQ_ESCAPE: {
    problem: 'a backslash has a special meaning between double quotes',
    remedy: "use single quotes: '…'",
  },
  MULTIPLE_DOCS: { problem: 'three dashes end the settings', remedy: 'leave this line out' },
  BAD_INDENT: INDENT,
  MISSING_CHAR: {
    problem: 'a colon, a comma, a quote or a bracket is missing',
    remedy: 'add it; a text with : or # in it needs quotes around it',
  },
  MULTILINE_IMPLICIT_KEY: {
    problem: 'this is not a setting',
    remedy: 'write a name, a colon, a space and a value, such as points: 2',
  },
};

/** Where a setting starts; for a missing setting, where its group starts. */
function offsetOf(document: Document, path: Path, atKey: boolean): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const node = document.getIn(part, true);
    const isWhole = length === path.length;
    if (isWhole && !atKey && isNode(node) && node.range) return node.range[0];
    const offset = keyOffset(document, part) ?? (isNode(node) ? node.range?.[0] : undefined);
    if (offset !== undefined) return offset;
  }
  return 0;
}

function keyOffset(document: Document, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isNode(key) && String(key) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}
