import { Output, type Template, Value } from 'liquidjs';
import { PERSONAL_VARIABLES, VARIABLES } from '../../domain/nurture/mail/variables.ts';
import { textLiquid } from '../compiler/liquid.ts';
import { listOf, suggestion } from '../suggestion.ts';

/** What is wrong with the Liquid of a text, and where; lines and columns count from 1. */
export interface LiquidProblem {
  line: number;
  column: number;
  problem: string;
  remedy: string;
}

/** What may be absent: it needs other words for who did not tell it, or a condition around it. */
const MAY_BE_ABSENT = [...PERSONAL_VARIABLES, 'confirmUrl'];

/** The mistakes in the Liquid of a text. */
export function liquidProblems(text: string): LiquidProblem[] {
  let templates: Template[];
  try {
    templates = textLiquid.parse(text);
  } catch (error) {
    return [unreadable(error as Error)];
  }
  return [...unknownVariables(templates), ...bare(templates, [])];
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

/** The outputs of what may be absent, without a fallback or a condition. */
function bare(templates: readonly Template[], asked: readonly string[]): LiquidProblem[] {
  return templates.flatMap((template) => {
    if (template instanceof Output) return bareOutput(template, asked);
    const known = [...asked, ...[...(template.arguments?.() ?? [])].flatMap(nameIn)];
    return bare([...((template.children?.(true, true) as Iterable<Template>) ?? [])], known);
  });
}

function bareOutput({ value, token }: Output, asked: readonly string[]): LiquidProblem[] {
  const [name] = nameIn(value);
  const filters = value.filters.map((filter) => filter.name);
  const [line = 1, column = 1] = token.getPosition();
  if (filters.includes('raw')) {
    return [{ line, column, problem: 'raw would let strangers write in your mail', remedy: 'leave it out' }];
  }
  if (name === undefined || !MAY_BE_ABSENT.includes(name) || asked.includes(name)) return [];
  if (filters.includes('default')) return [];
  const remedy =
    name === 'confirmUrl'
      ? 'put {% if confirmUrl %} above and {% endif %} below what is about confirming'
      : `say what to write instead, such as {{ ${name} | default: "…" }}`;
  return [{ line, column, problem: `${name} is not known of everybody`, remedy }];
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
  const said = error.message.replace(/, (?:file:.*?, )?line:\d+, col:\d+$/, '');
  const [, tag] = /^tag "(\w+)" not found/.exec(said) ?? [];
  const [, filter] = /undefined filter: (\w+)/.exec(said) ?? [];
  const remedy =
    tag !== undefined
      ? suggestion(tag, KNOWN_TAGS)
      : filter !== undefined
        ? `it can be ${listOf(['default', 'capitalize', 'upcase', 'downcase'])}`
        : /not closed/.test(said)
          ? 'close it: {{ … }}, or {% if … %} … {% endif %}'
          : 'compare it with {{ firstName | default: "…" }}';
  return { line: Number(line), column: Number(column), problem: said, remedy };
}
