import type { Enrolment } from '../nurture/enrolment/enrolment.ts';
import { isIssueSequence } from '../nurture/newsletter-issue.ts';
import type { Increment } from './totals.ts';

/**
 * What a change of an enrolment adds to the reports: who began a sequence, finished it or left it and after which mail,
 * how many are under way, and how many of them wait for a confirmation. Nothing for the newsletter, which is one mail, nor for a mail that was asked for again.
 * @param after undefined when it was removed, because the person is erased
 */
export function incrementsOfEnrolment(
  before: Enrolment | undefined,
  after: Enrolment | undefined,
): Increment[] {
  const { sequence, repeats } = (after ?? before) as Enrolment;
  if (repeats || isIssueSequence(sequence)) return [];
  const count = (metric: Increment['metric'], of = sequence): Increment[] => [
    { dimension: 'sequence', of, metric, by: 1 },
  ];
  const moved = [
    ...changeOf(sequence, 'here', isUnderWay(before), isUnderWay(after)),
    ...changeOf(sequence, 'unconfirmed', isUnconfirmed(before), isUnconfirmed(after)),
  ];
  const began = before === undefined ? count('began') : [];
  if (after === undefined) {
    const left = isUnderWay(before) && before !== undefined ? count('left.erased', placeIn(before)) : [];
    return [...left, ...moved];
  }
  if (after.status === before?.status || after.status === 'active') return [...began, ...moved];
  const ended = after.status === 'done' ? count('finished') : count(`left.${after.why}`, placeIn(after));
  return [...began, ...ended, ...moved];
}

function changeOf(of: string, metric: Increment['metric'], was: boolean, is: boolean): Increment[] {
  return was === is ? [] : [{ dimension: 'waiting', of, metric, by: is ? 1 : -1 }];
}

function isUnderWay(enrolment: Enrolment | undefined): boolean {
  return enrolment?.status === 'active';
}

/** Its next mail is due and waits for the confirmation of the permission; not while a colleague has paused it. */
function isUnconfirmed(enrolment: Enrolment | undefined): boolean {
  return enrolment?.status === 'active' && enrolment.waits === 'pending' && !enrolment.held;
}

/** A sequence and the last mail that was sent of it, if any was. */
function placeIn({ sequence, sent }: Enrolment): string {
  const [last] = Object.entries(sent).sort(([, a], [, b]) => (a < b ? 1 : -1));
  return last === undefined ? sequence : `${sequence}/${last[0]}`;
}
