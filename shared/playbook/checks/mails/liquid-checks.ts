import { Output, type Template, Value } from 'liquidjs';
import type { Localised } from '../../../domain/language.ts';
import { PERSONAL_VARIABLES, VARIABLES } from '../../../domain/nurture/mail/variables.ts';
import type { Problem } from '../../../domain/playbook/mistake.ts';
import { textLiquid } from '../../compiler/liquid.ts';
import { LEAVE_OUT } from '../../remedies.ts';
import { nearest, suggestion } from '../../suggestion.ts';
import { likeThis, NO_END, TAGS, UNREADABLE_CONDITION, unreadableLiquid } from './unreadable-liquid.ts';

/** A mistake in the Liquid of a text; lines and columns count from 1. */
export interface LiquidProblem extends Problem {
  line: number;
  column: number;
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
      const problem = unreadableLiquid(error as Error, rest);
      found.push(problem);
      const next = without(rest, offsetOf(problem, rest), problem.problem === UNREADABLE_CONDITION.problem);
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
          ? noQuotes(name)
          : { problem: noVariable(name), remedy: suggestion(name, VARIABLES) };
        return { name, problem: { line, column, ...problem } };
      }),
    );
}

const noVariable = (name: string): Localised => ({
  nl: `er is geen variabele "${name}"`,
  en: `there is no variable "${name}"`,
});

const noQuotes = (name: string): Problem => ({
  problem: {
    nl: `er staan geen aanhalingstekens om "${name}"`,
    en: `"${name}" has no quotes around it`,
  },
  remedy: { nl: `schrijf "${name}"`, en: `write "${name}"` },
});

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
  if (filters.includes('raw')) return [{ line, column, problem: RAW, remedy: LEAVE_OUT }];
  if (name === undefined || !MAY_BE_ABSENT.includes(name) || checked.includes(name)) return [];
  if (filters.includes('default')) return [];
  const problem = { nl: `${name} is niet van iedereen bekend`, en: `${name} is not known for everybody` };
  const remedy = name === 'confirmUrl' ? CONFIRMING : fallback(name);
  return [{ line, column, problem, remedy }];
}

const RAW: Localised = {
  nl: 'met raw kunnen vreemden HTML in je mail zetten',
  en: 'raw would let strangers put HTML in your mail',
};
const CONFIRMING: Localised = {
  nl: 'zet {% if confirmUrl %} boven en {% endif %} onder de tekst over bevestigen',
  en: 'put {% if confirmUrl %} above and {% endif %} below the text about confirming',
};
const fallback = (name: string): Localised => ({
  nl: `zet er iets bij voor de anderen, zoals {{ ${name} | default: "…" }}`,
  en: `add a fallback, such as {{ ${name} | default: "…" }}`,
});

function nameIn(argument: unknown): string[] {
  if (!(argument instanceof Value)) return [];
  return argument.initial.postfix.flatMap((token) => {
    const first = (token as { props?: { content?: unknown }[] }).props?.[0]?.content;
    return typeof first === 'string' ? [first] : [];
  });
}

/** A `{{` with another one before its end. */
const OPEN = /\{\{(?=[^{}]*\{\{)/g;
/** Tags that do not exist in mails. */
function unknownTags(text: string): { index: number; whole: string; problem: LiquidProblem }[] {
  return [...text.matchAll(/\{%-?\s*(\w+)[^%]*/g)].flatMap(({ 0: whole, 1: tag = '', index }) => {
    if (Object.hasOwn(TAGS, tag)) return [];
    const problem = {
      nl: `er is geen {% ${tag} %} in mails`,
      en: `there is no {% ${tag} %} in mails`,
    };
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
    const problem = {
      nl: `"${whole}" zou zo in de mail staan`,
      en: `"${whole}" would be shown as it is`,
    };
    return { ...placeIn(text, index), problem, remedy: likeThis(meant) };
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
