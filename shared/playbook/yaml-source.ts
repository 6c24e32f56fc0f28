import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { type Finding, type Mistake, type Path, toField } from './mistake.ts';

/** A YAML file: its value, and where each setting stands in it. */
export interface YamlSource {
  value: unknown;
  /** Syntax errors; the value is undefined if there are any. */
  mistakes: Mistake[];
  mistakeOf(finding: Finding): Mistake;
}

/** Parses a YAML file. Syntax errors are in `mistakes`. */
export function parseYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    ...at(pos[0]),
    field: '',
    ...(YAML_ADVICE[code] ?? { problem: `this is not valid YAML: ${message}`, remedy: FALLBACK_ADVICE }),
  }));
  return {
    value: mistakes.length > 0 ? undefined : document.toJS(),
    mistakes,
    mistakeOf: ({ path, problem, remedy, atKey = false }) => ({
      ...at(offsetOf(document, path, atKey)),
      field: toField(path),
      problem,
      remedy,
    }),
  };
}

const FALLBACK_ADVICE = 'compare it with the lines around it';

const YAML_ADVICE: Record<string, { problem: string; remedy: string }> = {
  DUPLICATE_KEY: { problem: 'this name appears twice', remedy: 'keep one of the two' },
  TAB_AS_INDENT: { problem: 'the line starts with a tab', remedy: 'use spaces' },
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
