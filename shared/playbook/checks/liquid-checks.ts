import { Output, type Template, Value } from 'liquidjs';
import { PERSONAL_VARIABLES, VARIABLES } from '../../domain/nurture/mail/variables.ts';
import { textLiquid } from '../compiler/liquid.ts';
import { listOf, suggestion } from '../suggestion.ts';

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
  let templates: Template[];
  try {
    templates = textLiquid.parse(text);
  } catch (error) {
    return [unreadable(error as Error)];
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

const KNOWN_TAGS = ['if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'case', 'when', 'endcase'];

function unreadable(error: Error): LiquidProblem {
  const [, line = '1', column = '1'] = /line:(\d+), col:(\d+)/.exec(error.message) ?? [];
  const problem = error.message.replace(/, (?:file:.*?, )?line:\d+, col:\d+$/, '');
  const [, tag] = /^tag "(\w+)" not found/.exec(problem) ?? [];
  const [, filter] = /undefined filter: (\w+)/.exec(problem) ?? [];
  const remedy =
    tag !== undefined
      ? suggestion(tag, KNOWN_TAGS)
      : filter !== undefined
        ? `it can be ${listOf(['default', 'capitalize', 'upcase', 'downcase'])}`
        : /not closed/.test(problem)
          ? 'close it: {{ … }}, or {% if … %} … {% endif %}'
          : 'compare it with {{ firstName | default: "…" }}';
  return { line: Number(line), column: Number(column), problem, remedy };
}
