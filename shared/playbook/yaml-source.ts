import { type Document, type ErrorCode, isMap, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { byPlace, type Finding, type Mistake, type Path, toField } from './mistake.ts';

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errors = [...document.errors, ...document.warnings, ...strayAliases(document)].sort(
    (a, b) => a.pos[0] - b.pos[0],
  );
  const { twice = [], unreadable = [] } = Object.groupBy(errors, ({ code }) =>
    code === 'DUPLICATE_KEY' ? 'twice' : 'unreadable',
  );
  const mistakes = [...twice, ...unreadable.slice(0, 1)].map(({ code, pos }) => ({
    ...at(pos[0]),
    field: '',
    ...(YAML_ADVICE[code] ?? UNREADABLE),
  }));
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

/** Texts that start with a `*`, which stands for a value that was named before. */
function strayAliases(document: Document): { code: ErrorCode; pos: [number, number] }[] {
  const found: { code: ErrorCode; pos: [number, number] }[] = [];
  visit(document, {
    Alias(_, alias) {
      const [start = 0, end = 0] = alias.range ?? [];
      if (alias.resolve(document) === undefined) found.push({ code: 'BAD_ALIAS', pos: [start, end] });
    },
  });
  return found;
}

const QUOTES = 'put quotes around the whole text: "…"';
const COLON = { problem: 'a text with a colon in it has no quotes around it', remedy: QUOTES };
const FIRST_CHARACTER = { problem: 'a text cannot start with this character', remedy: QUOTES };
const UNREADABLE = {
  problem: 'this cannot be read',
  remedy: 'compare it with the lines around it; a text with : # { or [ in it needs quotes around it',
};

/** In the words of people who never heard of YAML, by its code for what is wrong. */
const YAML_ADVICE: Partial<Record<ErrorCode, { problem: string; remedy: string }>> = {
  DUPLICATE_KEY: { problem: 'this name appears twice', remedy: 'keep one of the two' },
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
  BAD_INDENT: {
    problem: 'the line is indented too little or too much',
    remedy: 'align it with the lines it belongs to, or close the bracket above it',
  },
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
