import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Mistake, Problem } from '../../domain/playbook/mistake.ts';
import { BAD_NAME, byPlace, type Finding, lostLetter, type Path, toField } from '../mistake.ts';
import { KEEP_ONE } from '../remedies.ts';
import { type Advice, firstUnreadable, type ParseError } from './yaml-advice.ts';
import { placeBefore } from './yaml-mends.ts';

/** A YAML file: its value, and where each setting stands in it. */
export interface YamlSource {
  /** Undefined when the file cannot be read. */
  value: unknown;
  /** Every name that appears twice, and what cannot be read, up to the first place where nobody can say what was meant. */
  mistakes: Mistake[];
  mistakeOf(finding: Finding): Mistake;
}

/** How many ways to mend a file are tried at most: fewer of a long one, so that nobody waits for a second. */
const triesFor = (text: string) => Math.min(100, Math.ceil(400_000 / (text.length + 1)));

/** Parses a YAML file. What is mended to read on behind it is a mistake all the same, and is never saved. */
export function parseYaml(file: string, text: string, tries = triesFor(text)): YamlSource {
  const lost = lostLetter(file, text);
  if (lost.length > 0) return { ...parseYaml(file, ''), value: undefined, mistakes: lost };
  const { document, lines, cuts, isReadable, stop } = scan(text);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const asMistake = ({ offset, problem, remedy }: Advice): Mistake => ({
    ...at(offset),
    field: '',
    problem,
    remedy,
  });
  const rest = stop && readOn(file, text, stop, tries);
  if (rest) return { ...rest, mistakes: byPlace([asMistake(stop), ...rest.mistakes]) };
  const found = [...doubledNames(document), ...lostNames(document), ...cuts, ...(stop ? [stop] : [])];
  keepFirst(document);
  const offsetOf = offsets(document);
  return {
    value: isReadable ? document.toJS() : undefined,
    mistakes: byPlace(found.map(asMistake)),
    mistakeOf: ({ path, atKey = false, without: _, ...finding }) => ({
      ...at(offsetOf(path, atKey)),
      field: toField(path),
      ...finding,
    }),
  };
}

/** A text as YAML, and the first place that cannot be read. */
function scan(text: string) {
  const lines = new LineCounter();
  // Names that appear twice are found below: the library compares each with each.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const errors = [...document.errors, ...document.warnings, ...strayStarts(document)].sort(
    (a, b) => a.pos[0] - b.pos[0],
  );
  const cuts = cutTexts(document, text);
  const [stop] = firstUnreadable(document, errors, text).filter(
    ({ offset }) => !isNextLine(offset, cuts, text),
  );
  return { document, lines, cuts, isReadable: errors.length === 0, stop };
}

/** The file as it is read after mending what stops it; undefined when it is not certain what was meant. */
function readOn(file: string, text: string, stop: Advice, tries: number): YamlSource | undefined {
  const options = (stop.mend?.(text, stop.offset) ?? []).map((mended) => {
    const next = scan(mended).stop;
    return { mended, ahead: next ? textBehind(mended, next.offset) : 0 };
  });
  const least = Math.min(...options.map(({ ahead }) => ahead));
  const best = options.filter(({ ahead }) => ahead === least && ahead < textBehind(text, stop.offset));
  const left = Math.floor(tries / best.length) - 1;
  const [first, ...others] = (left > 0 ? best : [])
    .map(({ mended }) => ({ mended, source: parseYaml(file, mended, left) }))
    .filter(({ source }) => source.value !== undefined);
  if (first === undefined) return undefined;
  const { mended, source } = first;
  if (others.some((other) => !isDeepStrictEqual(other.source.value, source.value))) return undefined;
  const inText = (mistake: Mistake): Mistake => ({ ...mistake, ...placeBefore(text, mended, mistake) });
  return {
    value: source.value,
    mistakes: source.mistakes.map(inText),
    mistakeOf: (finding) => inText(source.mistakeOf(finding)),
  };
}

/** How much follows a place: first by its lines, then by the rest of its own. */
function textBehind(text: string, offset: number): number {
  const lines = text.slice(offset).split('\n');
  return lines.length + (lines[0]?.length ?? 0) / 1_000_000;
}

/** Texts that start with a `*` or `&`, which stand for a value with a name, or with a `{` or `[` where a name stands. */
function strayStarts(document: Document): ParseError[] {
  const found: ParseError[] = [];
  const add = (code: ParseError['code'], [start = 0, end = start]: readonly number[] = []) =>
    found.push({ code, pos: [start, end], message: '' });
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor && node.range) add('BAD_ALIAS', node.range.slice(0, 1));
    },
    Alias: (_, { range }) => void add('BAD_ALIAS', range?.slice(0, 2)),
    Pair(_, { key }) {
      if (isCollection(key)) add('BAD_SCALAR_START', key.range?.slice(0, 1));
    },
  });
  return found;
}

/** Names that appear twice; of several in a row the first, because they are an entry that lost its dash. */
function doubledNames(document: Document): Advice[] {
  const found: Advice[] = [];
  visit(document, {
    Map(_, { items }, path) {
      const isFirst = firsts(items);
      const isDoubled = items.map((pair) => !isFirst.has(pair));
      for (const [index, { key }] of items.entries()) {
        if (!isDoubled[index] || isDoubled[index - 1] || !isNode(key) || !key.range) continue;
        const isEntry = isSeq(path.at(-1)) && isDoubled[index + 1];
        found.push({ offset: key.range[0], ...(isEntry ? NO_DASH : TWICE) });
      }
    },
  });
  return found;
}

/** Names that JavaScript keeps for itself: what stands under them would be lost. */
function lostNames(document: Document): Advice[] {
  const found: Advice[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (isNode(key) && nameOf(key) === '__proto__' && key.range)
        found.push({ offset: key.range[0], ...BAD_NAME });
    },
  });
  return found;
}

/** Texts of which the rest would be lost, because it follows a `#`, as in `Guide #1`, or all of it, as in `brand: #0b5f4c`. */
function cutTexts(document: Document, text: string): Advice[] {
  const found: Advice[] = [];
  visit(document, {
    Scalar(_, { range, type, value }) {
      const isCut = typeof value === 'string' ? value !== '' : value === null;
      if (!range || type !== Scalar.PLAIN || !isCut) return;
      const cut = (value === null ? /^ *#[^\s#]/ : /^ +#[^\s#]/).exec(text.slice(range[1]));
      if (cut) found.push({ offset: range[1] + cut[0].length - 2, ...CUT });
    },
  });
  return found;
}

const TWICE: Problem = {
  problem: { nl: 'deze naam staat er twee keer', en: 'this name appears twice' },
  remedy: KEEP_ONE,
};
const NO_DASH: Problem = {
  problem: {
    nl: 'deze naam staat er twee keer, met andere eronder',
    en: 'this name, and more below it, appear twice',
  },
  remedy: {
    nl: 'zet er een streepje voor als het een eigen regel van de lijst is; houd anders een van de twee',
    en: 'begin it with a dash if it is an entry of its own; else keep one of the two',
  },
};
const CUT: Problem = {
  problem: {
    nl: 'wat in deze tekst achter de # staat, zou wegvallen',
    en: 'what follows the # in this text would be left out',
  },
  remedy: {
    nl: 'zet aanhalingstekens om de hele tekst: "…", of een spatie achter de # van een opmerking',
    en: 'put quotes around the whole text: "…", or a space behind the # of a remark',
  },
};

/** Whether a bracket that was cut off in one line is missed in the next. */
function isNextLine(offset: number, cuts: readonly { offset: number }[], text: string): boolean {
  return cuts.some((cut) => /^.*\n\s*$/.test(text.slice(cut.offset, offset)));
}

/** Of settings with one name the first, so that a place and a value belong together. */
function keepFirst(document: Document): void {
  visit(document, {
    Map(_, map) {
      const isFirst = firsts(map.items);
      map.items = map.items.filter((pair) => isFirst.has(pair));
    },
  });
}

/** The name of a setting; a list or a group in its place itself, because it is refused and could be endless as a text. */
function nameOf(key: unknown): unknown {
  return isCollection(key) ? key : String(key);
}

/** The settings whose name did not appear before. */
function firsts(items: readonly Pair[]): Set<Pair> {
  return new Set(new Map(items.toReversed().map((pair) => [nameOf(pair.key), pair])).values());
}

/** Where a setting starts; for a missing setting, where its group starts. */
function offsets(document: Document): (path: Path, atKey: boolean) => number {
  const named = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();
  const pairOf = (map: YAMLMap, name: string | number) => {
    const known = named.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair.key), pair]));
    named.set(map, known);
    return known.get(String(name));
  };
  const inside = (node: unknown, part: string | number) =>
    isMap(node) ? pairOf(node, part)?.value : isSeq(node) ? node.items[Number(part)] : undefined;
  return (path, atKey) => {
    const nodes: unknown[] = [document.contents];
    for (const part of path) nodes.push(inside(nodes.at(-1), part));
    for (let length = path.length; length > 0; length--) {
      const [parent, node] = [nodes[length - 1], nodes[length]];
      if (length === path.length && !atKey && isNode(node) && node.range) return node.range[0];
      const key = isMap(parent) ? pairOf(parent, path[length - 1] as string)?.key : undefined;
      const offset = isNode(key) ? key.range?.[0] : isNode(node) ? node.range?.[0] : undefined;
      if (offset !== undefined) return offset;
    }
    return 0;
  };
}
