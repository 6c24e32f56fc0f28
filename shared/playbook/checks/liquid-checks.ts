import { Output, type Template, Value } from 'liquidjs';
import { PERSONAL_VARIABLES, VARIABLES } from '../../domain/nurture/mail/variables.ts';
import { textLiquid } from '../compiler/liquid.ts';
import { suggestion } from '../suggestion.ts';

/** A mistake in the Liquid of a text; lines and columns count from 1. */
export interface LiquidProblem {
  line: number;
  column: number;
  problem: string;
  remedy: string;
}

/** Variables that may be unknown: each use needs a fallback or a condition around it. */
const MAY_BE_ABSENT = [...PERSONAL_VARIABLES, 'confirmUrl'];

/** The mistakes in the Liquid of a text. */
export function liquidProblems(text: string): LiquidProblem[] {
  const unknown = unknownTags(text);
  if (unknown.length > 0) return unknown;
  let templates: Template[];
  try {
    templates = textLiquid.parse(text);
  } catch (error) {
    return [unreadable(error as Error, text)];
  }
  return [...unknownVariables(templates), ...withoutFallback(templates, [])];
}

/** The names of the variables in a text. */
export function variablesOf(text: string): string[] {
  return Object.keys(textLiquid.analyzeSync(textLiquid.parse(text)).globals);
}

function unknownVariables(templates: Template[]): LiquidProblem[] {
  const { globals } = textLiquid.analyzeSync(templates);
  return Object.entries(globals)
    .filter(([name]) => !VARIABLES.includes(name))
    .flatMap(([name, places]) =>
      places.map(({ location }) => ({
        line: location.row,
        column: location.col,
        problem: `there is no variable "${name}"`,
        remedy: suggestion(name, VARIABLES),
      })),
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
const VALUE_LIKE_THIS = 'write it like {{ firstName | default: "…" }}';

/** Tags that do not exist in mails. */
function unknownTags(text: string): LiquidProblem[] {
  return [...text.matchAll(/\{%-?\s*(\w+)/g)].flatMap(({ 1: tag = '', index }) => {
    if (Object.hasOwn(TAGS, tag)) return [];
    const problem = `there is no {% ${tag} %} in mails`;
    return [{ ...placeIn(text, index), problem, remedy: suggestion(tag, Object.keys(TAGS)) }];
  });
}

function placeIn(text: string, index: number): { line: number; column: number } {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
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
  if (kind === 'output') return { ...place, problem: 'this {{ has no end', remedy: 'write }} behind it' };
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
  return { ...place, problem: 'this condition cannot be read', remedy };
}
