import type { Conditions, Sequence, Step } from '../../../domain/nurture/sequence.ts';
import type { Finding, Path } from '../../mistake.ts';
import { suggestion } from '../../suggestion.ts';
import type { KnownNames } from '../unknown-name.ts';
import { noScore } from '../value-findings.ts';
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
      problem: {
        nl: 'hij zou opnieuw beginnen voordat hij klaar is, dus nooit eindigen',
        en: 'it would start again before it ends, so it would never end',
      },
      remedy: {
        nl: `maak er meer dan ${Math.ceil(last / 24)}d van, of schrijf again: never`,
        en: `make it more than ${Math.ceil(last / 24)}d, or write again: never`,
      },
    });
  }
  return found;
}

function stepFindings(path: Path, step: Step, sequence: Sequence, names: KnownNames): Finding[] {
  const { subject, start } = sequence;
  const found: Finding[] = [];
  if (step.kind === 'marketing' && subject === undefined) {
    const subjects = suggestion('', names.subjects ?? []);
    found.push({
      path: [...path, 'mail'],
      problem: {
        nl: 'mensen zouden zich niet van deze mail kunnen afmelden, want de reeks heeft geen onderwerp',
        en: 'people could not unsubscribe from this mail, because the sequence has no subject',
      },
      remedy: {
        nl: `zet subject: bij de reeks; ${subjects.nl}`,
        en: `add subject: to the sequence; ${subjects.en}`,
      },
      without: [
        [...path.slice(0, 1), 'subject'],
        [...path, 'kind'],
      ],
    });
  }
  if (step.kind === 'requested' && !('form' in start || 'imported' in start)) {
    found.push({
      path: [...path, 'kind'],
      problem: {
        nl: `niemand vraagt een mail aan door ${requestedBy(start).nl}`,
        en: `nobody requests a mail by ${requestedBy(start).en}`,
      },
      remedy: {
        nl: 'laat kind weg: dan gaat hij naar wie toestemming gaf',
        en: 'leave kind out: then it goes to those who gave permission',
      },
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
      problem: { nl: `er is nog een stap "${step.id}"`, en: `there is another step "${step.id}"` },
      remedy: {
        nl: 'geef elke stap een eigen id, en houd die als je de stap verplaatst of verandert',
        en: 'give each step an id of its own, and keep it when you move or change the step',
      },
    });
  }
  if (previous !== undefined && step.after !== undefined && hoursOf(step.after) < hoursOf(previous)) {
    found.push({
      path: [...path, 'after'],
      problem: {
        nl: `${step.after} is eerder dan de ${previous} van de stap erboven`,
        en: `${step.after} is before the ${previous} of the step above it`,
      },
      remedy: {
        nl: 'zet de stappen in de volgorde waarin ze uitgaan',
        en: 'put the steps in the order in which they are sent',
      },
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
    found.push({ path: [...path, 'scoreBelow'], ...noScore(scoreFrom, scoreBelow) });
  }
  return found;
}

/** A duration such as 7d, in hours. */
function hoursOf(duration: string): number {
  return Number.parseInt(duration, 10) * (HOURS[duration.at(-1) ?? ''] ?? 0);
}
