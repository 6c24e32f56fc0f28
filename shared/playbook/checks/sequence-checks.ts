import type { Conditions, Sequence, Step } from '../../domain/nurture/sequence.ts';
import type { Finding, Path } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';
import type { KnownNames } from './file-checks.ts';

const HOURS: Record<string, number> = { d: 24, h: 1, m: 1 / 60 };

/** What of a sequence cannot be done as it says. */
export function sequenceFindings(name: string, sequence: Sequence, names: KnownNames): Finding[] {
  const { steps, again, subject, start } = sequence;
  const last = Math.max(...steps.map(({ after }) => hoursOf(after)));
  const found: Finding[] = [
    ...startFindings([name, 'start'], start, names),
    ...steps.flatMap((step, index) => stepFindings([name, 'steps', index], step, sequence, names)),
    ...steps.flatMap((step, index) => orderFindings([name, 'steps', index], step, steps.slice(0, index))),
  ];
  if (subject !== undefined) found.push(...unknown([name, 'subject'], subject, names.subjects, SUBJECT));
  if (again !== 'never' && hoursOf(again.after) <= last) {
    found.push({
      path: [name, 'again', 'after'],
      problem: 'it begins again before it ends, so it can never end',
      remedy: `make it more than ${Math.ceil(last / 24)}d, or write again: never`,
    });
  }
  return found;
}

function startFindings(path: Path, start: Sequence['start'], names: KnownNames): Finding[] {
  if ('form' in start) return unknown([...path, 'form'], start.form, names.forms, FORM);
  if ('returned' in start) return [];
  const { visited, withoutForm } = start;
  return [
    ...visited.flatMap((page, index) => pathFindings([...path, 'visited', index], page)),
    ...(withoutForm === undefined ? [] : unknown([...path, 'withoutForm'], withoutForm, names.forms, FORM)),
  ];
}

function stepFindings(path: Path, step: Step, { subject, start }: Sequence, names: KnownNames): Finding[] {
  const found = unknown([...path, 'mail'], step.mail, names.mails, 'mail', 'the folder mails');
  if (step.kind === 'marketing' && subject === undefined) {
    found.push({
      path: [...path, 'mail'],
      problem: 'people could not choose to get this mail no more, because the sequence has no subject',
      remedy: `add subject: to the sequence; ${suggestion('', names.subjects)}`,
    });
  }
  if (step.kind === 'requested' && !('form' in start)) {
    found.push({
      path: [...path, 'kind'],
      problem: `nobody asked for this mail by ${'visited' in start ? 'visiting a page' : 'being returned by sales'}`,
      remedy: 'leave kind out: it goes to those who agreed to get mail',
    });
  }
  return [...found, ...conditionFindings([...path, 'when'], step.when ?? {}, names)];
}

/** Steps are known by their id, and stand in the order in which they are sent. */
function orderFindings(path: Path, step: Step, before: readonly Step[]): Finding[] {
  const previous = before.at(-1);
  const found: Finding[] = [];
  if (before.some(({ id }) => id === step.id)) {
    found.push({
      path: [...path, 'id'],
      problem: `there is another step "${step.id}"`,
      remedy: 'give each step an id of its own, and keep it when you move or change the step',
    });
  }
  if (previous !== undefined && hoursOf(step.after) < hoursOf(previous.after)) {
    found.push({
      path: [...path, 'after'],
      problem: `${step.after} is before ${previous.after} of the step above it`,
      remedy: 'put the steps in the order in which they are sent',
    });
  }
  return found;
}

function conditionFindings(path: Path, when: Conditions, names: KnownNames): Finding[] {
  const each = (setting: keyof Conditions, check: (path: Path, value: string) => Finding[]) =>
    ((when[setting] as string[] | undefined) ?? []).flatMap((value, index) =>
      check([...path, setting, index], value),
    );
  const field = (at: Path, value: string) => unknown(at, value, names.fields, 'field', 'fields.yaml');
  const form = (at: Path, value: string) => unknown(at, value, names.forms, FORM);
  const found = [
    ...each('knows', field),
    ...each('doesNotKnow', field),
    ...each('requested', form),
    ...each('notRequested', form),
    ...each('visited', pathFindings),
    ...each('notVisited', pathFindings),
  ];
  const { scoreFrom, scoreBelow } = when;
  if (scoreFrom !== undefined && scoreBelow !== undefined && scoreBelow <= scoreFrom) {
    found.push({
      path: [...path, 'scoreBelow'],
      problem: `no score is from ${scoreFrom} and below ${scoreBelow}`,
      remedy: `make it more than ${scoreFrom}`,
    });
  }
  return found;
}

function pathFindings(path: Path, page: string): Finding[] {
  if (/^\/[^\s*?#]*\*?$/.test(page)) return [];
  return [{ path, problem: `"${page}" is no page`, remedy: 'a path starts with / and may end in *' }];
}

const FORM = 'form';
const SUBJECT = 'subject';
const FILES: Record<string, string> = { form: 'forms.yaml', subject: 'mailing.yaml' };

/** The finding that a name is not among those there are. */
export function unknown(
  path: Path,
  name: string,
  names: readonly string[],
  what: string,
  where = FILES[what],
): Finding[] {
  if (names.includes(name)) return [];
  return [{ path, problem: `there is no ${what} "${name}" in ${where}`, remedy: suggestion(name, names) }];
}

/** A span, such as 7d, in hours. */
export function hoursOf(span: string): number {
  return Number.parseInt(span, 10) * (HOURS[span.at(-1) ?? ''] ?? 0);
}
