import type { Conditions, Sequence, Step } from '../../../domain/nurture/sequence.ts';
import type { Finding, Path } from '../../mistake.ts';
import { suggestion } from '../../suggestion.ts';
import type { KnownNames } from '../unknown-name.ts';
import { testOfStepFindings } from './ab-test-checks.ts';
import { eventStepFindings } from './event-checks.ts';
import { pathFindings, requestedBy, startFindings } from './start-checks.ts';

const HOURS: Record<string, number> = { d: 24, h: 1, m: 1 / 60 };

/** Parts of a sequence that cannot be carried out as written. */
export function sequenceFindings(name: string, sequence: Sequence, names: KnownNames): Finding[] {
  const { steps, again, start } = sequence;
  const last = Math.max(...steps.map(({ after = '0d' }) => hoursOf(after)));
  const found: Finding[] = [
    ...startFindings([name, 'start'], start),
    ...steps.flatMap((step, index) => stepFindings([name, 'steps', index], step, sequence, names)),
    ...steps.flatMap((step, index) => orderFindings([name, 'steps', index], step, steps.slice(0, index))),
  ];
  if (again !== 'never' && hoursOf(again.after) <= last) {
    found.push({
      path: [name, 'again', 'after'],
      problem: 'it would start again before it ends, so it would never end',
      remedy: `make it more than ${Math.ceil(last / 24)}d, or write again: never`,
    });
  }
  return found;
}

function stepFindings(path: Path, step: Step, sequence: Sequence, names: KnownNames): Finding[] {
  const { subject, start } = sequence;
  const found: Finding[] = [];
  if (step.kind === 'marketing' && subject === undefined) {
    found.push({
      path: [...path, 'mail'],
      problem: 'people could not unsubscribe from this mail, because the sequence has no subject',
      remedy: `add subject: to the sequence; ${suggestion('', names.subjects ?? [])}`,
      without: [
        [...path.slice(0, 1), 'subject'],
        [...path, 'kind'],
      ],
    });
  }
  if (step.kind === 'requested' && !('form' in start || 'imported' in start)) {
    found.push({
      path: [...path, 'kind'],
      problem: `nobody requests a mail by ${requestedBy(start)}`,
      remedy: 'leave kind out: then it goes to those who gave permission',
    });
  }
  if (step.test) found.push(...testOfStepFindings([...path, 'test'], step.mail, step.test));
  found.push(...eventStepFindings(path, step, sequence));
  return [...found, ...conditionFindings([...path, 'when'], step.when ?? {})];
}

/** Steps have different ids and stand in the order in which they are sent. */
function orderFindings(path: Path, step: Step, before: readonly Step[]): Finding[] {
  const previous = before.findLast(({ after }) => after !== undefined)?.after;
  const found: Finding[] = [];
  if (before.some(({ id }) => id === step.id)) {
    found.push({
      path: [...path, 'id'],
      problem: `there is another step "${step.id}"`,
      remedy: 'give each step an id of its own, and keep it when you move or change the step',
    });
  }
  if (previous !== undefined && step.after !== undefined && hoursOf(step.after) < hoursOf(previous)) {
    found.push({
      path: [...path, 'after'],
      problem: `${step.after} is before the ${previous} of the step above it`,
      remedy: 'put the steps in the order in which they are sent',
    });
  }
  return found;
}

function conditionFindings(path: Path, when: Conditions): Finding[] {
  const found = (['visited', 'notVisited'] as const).flatMap((setting) =>
    (when[setting] ?? []).flatMap((page, index) => pathFindings([...path, setting, index], page)),
  );
  const { scoreFrom, scoreBelow } = when;
  if (scoreFrom !== undefined && scoreBelow !== undefined && scoreBelow <= scoreFrom) {
    found.push({
      path: [...path, 'scoreBelow'],
      problem: `no score is at least ${scoreFrom} and below ${scoreBelow}`,
      remedy: `make it more than ${scoreFrom}`,
    });
  }
  return found;
}

/** A duration such as 7d, in hours. */
function hoursOf(duration: string): number {
  return Number.parseInt(duration, 10) * (HOURS[duration.at(-1) ?? ''] ?? 0);
}
