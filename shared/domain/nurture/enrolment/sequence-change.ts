import { type Plan, stepsLeft } from '../plan.ts';
import type { EnrolmentBase } from './enrolment.ts';

/** What a changed sequence means for somebody who is in it, by the ids of its steps. */
export interface ChangeForOne {
  /** They were to get it, and will not. */
  lost: string[];
  /** It is new, and they have passed its moment. */
  missed: string[];
  /** It is new, and they will get it. */
  added: string[];
  /** They will get it at another time. */
  moved: string[];
}

export const CHANGES = [
  'lost',
  'missed',
  'added',
  'moved',
] as const satisfies readonly (keyof ChangeForOne)[];

/**
 * What it means for somebody in a sequence that it becomes another.
 * @param after undefined: the sequence is gone
 */
export function changeForOne(
  enrolment: EnrolmentBase,
  before: Plan | undefined,
  after: Plan | undefined,
): ChangeForOne {
  const was = timesIn(enrolment, before);
  const is = timesIn(enrolment, after);
  const old = new Set(before?.sequence.steps.map(({ id }) => id));
  const isHandled = (id: string) => id in enrolment.sent || id in enrolment.skipped;
  const fresh = (after?.sequence.steps ?? [])
    .map(({ id }) => id)
    .filter((id) => !old.has(id) && !isHandled(id));
  return {
    lost: [...was.keys()].filter((id) => !is.has(id)),
    missed: fresh.filter((id) => !is.has(id)),
    added: fresh.filter((id) => is.has(id)),
    moved: [...was].flatMap(([id, at]) => (is.has(id) && is.get(id) !== at ? id : [])),
  };
}

function timesIn(enrolment: EnrolmentBase, plan: Plan | undefined): Map<string, string> {
  const left = plan === undefined ? [] : stepsLeft(enrolment, plan);
  return new Map(left.map(({ step, planned }) => [step.id, planned]));
}

/** What a changed sequence means for all who are in it. */
export interface SequenceChange {
  people: number;
  /** Whether there are more, or as many, who could not be counted. */
  isAtLeast: boolean;
  /** How many were looked at one by one; the others are taken to be as these. */
  sampled: number;
  /** Of the steps that mean something else for somebody, for how many. */
  steps: ({ step: string } & Record<keyof ChangeForOne, number>)[];
}

/** The sum of what it means for some, for as many people. */
export function changeForAll(each: readonly ChangeForOne[], people: number): SequenceChange['steps'] {
  const counts = new Map<string, Record<keyof ChangeForOne, number>>();
  for (const one of each) {
    for (const change of CHANGES) {
      for (const step of one[change]) {
        const count = counts.get(step) ?? { lost: 0, missed: 0, added: 0, moved: 0 };
        counts.set(step, { ...count, [change]: count[change] + 1 });
      }
    }
  }
  const scale = (count: number) =>
    count === 0 ? 0 : Math.max(1, Math.round((count * people) / each.length));
  return [...counts].map(([step, { lost, missed, added, moved }]) => ({
    ...{ step, lost: scale(lost), missed: scale(missed), added: scale(added), moved: scale(moved) },
  }));
}
