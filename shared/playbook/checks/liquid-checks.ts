import { Output, type Template, Value } from 'liquidjs';
import { PERSONAL_VARIABLES, VARIABLES } from '../../domain/nurture/mail/variables.ts';
import { textLiquid } from '../compiler/liquid.ts';
import { nearest, suggestion } from '../suggestion.ts';

/** A mistake in the Liquid of a text; lines and columns count from 1. */
export interface LiquidProblem {
  line: number;
  column: number;
  problem: string;
  remedy: string;
}

/** Variables that may be unknown: each use needs a fallback or a condition around it. */
const MAY_BE_ABSENT = [...PERSONAL_VARIABLES, 'confirmUrl'];

/** All mistakes in the Liquid of a text at once: what cannot be read is set aside, and the rest read without it. */
export function liquidProblems(written: string): LiquidProblem[] {
  const open = [...written.matchAll(OPEN)].map(({ index }) => ({ ...placeIn(written, index), ...NO_END }));
  const text = written.replace(OPEN, '  ');
  const tags = unknownTags(text);
  const found: LiquidProblem[] = [...open, ...tags.map(({ problem }) => problem), ...foreignVariables(text)];
  let rest = tags.reduce((left, { index }) => without(left, index), text);
  for (;;) {
    try {
      const templates = textLiquid.parse(rest);
      const unknown = unknownVariables(templates, rest).filter(({ name }) =>
        tags.every(({ whole }) => !whole.includes(name)),
      );
      // A name may have stood inside a condition that was set aside.
      const bare = rest === text ? withoutFallback(templates, []) : [];
      return [...found, ...unknown.map(({ problem }) => problem), ...bare];
    } catch (error) {
      const problem = unreadable(error as Error, rest);
      found.push(problem);
      const next = without(rest, offsetOf(problem, rest), problem.problem === UNREADABLE_CONDITION);
      if (next === rest) return found;
      rest = next;
    }
  }
}

/**
 * The text with spaces instead of the `{{ … }}` or `{% … %}` at an offset.
 * @param isCondition what belongs to it stays: only its condition is replaced
 */
function without(text: string, offset: number, isCondition = false): string {
  // A value that lacks a brace ends at the one it has.
  const token = [...text.matchAll(/\{\{[^{}]*\}\}?|\{\{.*?\}\}|\{%.*?%\}/gs)].findLast(
    ({ 0: whole, index }) => index <= offset && offset <= index + whole.length,
  );
  if (token === undefined) return text;
  const { 0: whole, index } = token;
  const [, tag] = (isCondition && /^\{%-?\s*(if|elsif|unless|case|when)\b/.exec(whole)) || [];
  const blank = whole.replace(/[^\n]/g, ' ');
  const instead = tag ? `{%${tag} 1${blank.slice(tag.length + 6)}%}` : blank;
  return text.slice(0, index) + instead + text.slice(index + whole.length);
}

/** The names of the variables in a text. */
export function variablesOf(text: string): string[] {
  return Object.keys(textLiquid.analyzeSync(textLiquid.parse(text)).globals);
}

function unknownVariables(templates: Template[], text: string): { name: string; problem: LiquidProblem }[] {
  const { globals } = textLiquid.analyzeSync(templates);
  return Object.entries(globals)
    .filter(([name]) => !VARIABLES.includes(name))
    .flatMap(([name, places]) =>
      places.map(({ location: { row: line, col: column } }) => {
        const isText = /:\s*$/.test(text.slice(0, offsetOf({ line, column }, text)));
        const problem = isText
          ? { problem: `"${name}" has no quotes around it`, remedy: `write "${name}"` }
          : { problem: `there is no variable "${name}"`, remedy: suggestion(name, VARIABLES) };
        return { name, problem: { line, column, ...problem } };
      }),
    );
}

/** Variables that may be unknown and are used without a fallback or a condition. */
function withoutFallback(templates: readonly Template[], checked: readonly string[]): LiquidProblem[] {
  return templates.flatMap((template) => {
    if (template instanceof Output) return outputProblems(template, checked);
    const known = [...checked, ...[...(template.arguments?.() ?? [])].flatMap(nameIn)];
    return withoutFallback([...((template.children?.(true, true) as Iterable<Template>) ?? [])], known);
  });
}

function outputProblems({ value, token }: Output, checked: readonly string[]): LiquidProblem[] {
  const [name] = nameIn(value);
  const filters = value.filters.map((filter) => filter.name);
  const [line = 1, column = 1] = token.getPosition();
  if (filters.includes('raw')) {
    return [
      { line, column, problem: 'raw would let strangers put HTML in your mail', remedy: 'leave it out' },
    ];
  }
  if (name === undefined || !MAY_BE_ABSENT.includes(name) || checked.includes(name)) return [];
  if (filters.includes('default')) return [];
  const remedy =
    name === 'confirmUrl'
      ? 'put {% if confirmUrl %} above and {% endif %} below the text about confirming'
      : `add a fallback, such as {{ ${name} | default: "…" }}`;
  return [{ line, column, problem: `${name} is not known for everybody`, remedy }];
}

function nameIn(argument: unknown): string[] {
  if (!(argument instanceof Value)) return [];
  return argument.initial.postfix.flatMap((token) => {
    const first = (token as { props?: { content?: unknown }[] }).props?.[0]?.content;
    return typeof first === 'string' ? [first] : [];
  });
}

/** The tags of mails, by the one that each belongs to. */
const TAGS: Readonly<Record<string, 'if' | 'unless' | 'case'>> = {
  ...({ if: 'if', elsif: 'if', else: 'if', endif: 'if' } as const),
  ...({ unless: 'unless', endunless: 'unless' } as const),
  ...({ case: 'case', when: 'case', endcase: 'case' } as const),
};
const FILTERS = ['default', 'capitalize', 'upcase', 'downcase'];
const UNREADABLE_CONDITION = 'this condition cannot be read';
/** A `{{` with another one before its end. */
const OPEN = /\{\{(?=[^{}]*\{\{)/g;
const NO_END = { problem: 'this {{ has no end', remedy: 'write }} behind it' };
const VALUE_LIKE_THIS = 'write it like {{ firstName | default: "…" }}';

/** Tags that do not exist in mails. */
function unknownTags(text: string): { index: number; whole: string; problem: LiquidProblem }[] {
  return [...text.matchAll(/\{%-?\s*(\w+)[^%]*/g)].flatMap(({ 0: whole, 1: tag = '', index }) => {
    if (Object.hasOwn(TAGS, tag)) return [];
    const problem = `there is no {% ${tag} %} in mails`;
    const remedy = suggestion(tag, Object.keys(TAGS));
    return [{ index, whole, problem: { ...placeIn(text, index), problem, remedy } }];
  });
}

/** Variables as other programs write them. */
const FOREIGN = /(?<!\{)\{\s*(\w+)\s*\}(?!\})|\*\|(\w+)\|\*|\[\[\s*(\w+)\s*\]\]|%%\s*(\w+)\s*%%/g;

/** Variables that people would see as they are written. */
function foreignVariables(text: string): LiquidProblem[] {
  return [...text.matchAll(FOREIGN)].map(({ 0: whole, index, ...names }) => {
    const name = [names[1], names[2], names[3], names[4]].find((one) => one !== undefined) ?? '';
    const meant = nearest(name.replaceAll('_', ''), VARIABLES) ?? 'firstName';
    const remedy = `write it like {{ ${meant} | default: "…" }}`;
    return { ...placeIn(text, index), problem: `"${whole}" would be shown as it is`, remedy };
  });
}

function placeIn(text: string, index: number): { line: number; column: number } {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function offsetOf({ line, column }: { line: number; column: number }, text: string): number {
  const above = text.split('\n').slice(0, line - 1);
  return above.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

/** A text that cannot be parsed, in the words of people who never heard of Liquid. */
function unreadable({ message }: Error, text: string): LiquidProblem {
  const [, line = '1', column = '1'] = /line:(\d+), col:(\d+)/.exec(message) ?? [];
  const place = { line: Number(line), column: Number(column) };
  const [, tag] = /^tag "(\w+)" not found/.exec(message) ?? [];
  const opening = tag && TAGS[tag];
  if (opening)
    return {
      ...place,
      problem: `this {% ${tag} %} belongs to nothing above it`,
      remedy: `leave it out, or put {% ${opening} … %} above it`,
    };
  const [, filter] = /^undefined filter: (\w+)/.exec(message) ?? [];
  if (filter) return { ...place, problem: `there is no "${filter}"`, remedy: suggestion(filter, FILTERS) };
  const [, kind, open] = /^(output|tag) .*?(?:\{%-?\s*(\w+).*)? not closed/s.exec(message) ?? [];
  if (kind === 'tag' && !message.includes('%}'))
    return { ...place, problem: 'this {% has no end', remedy: 'write %} behind it' };
  if (kind === 'output') return { ...place, ...NO_END };
  if (kind === 'tag')
    return {
      ...place,
      problem: `this {% ${open ?? 'if'} … %} has no end`,
      remedy: `put {% end${open ?? 'if'} %} where it ends`,
    };
  const around = text.split('\n')[place.line - 1] ?? '';
  const isTag = around.lastIndexOf('{%', place.column) > around.lastIndexOf('{{', place.column);
  if (!isTag) return { ...place, problem: 'this value cannot be read', remedy: VALUE_LIKE_THIS };
  const remedy = 'write it like {% if firstName %} … {% endif %}, or with == between two values';
  return { ...place, problem: UNREADABLE_CONDITION, remedy };
}
