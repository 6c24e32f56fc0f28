import { normaliseText } from '../normalise-text.ts';
import { countryCode } from './country.ts';
import { employeeCount } from './employee-count.ts';
import type { FitRules, FitTest } from './fit-rules.ts';
import { titleMatches } from './job-titles.ts';
import { isInRange } from './postcodes.ts';
import type { FitReason, FitVerdict } from './reasons.ts';

/** A question whose answer helps to decide the fit. */
export interface Criterion {
  field: string;
  isRequired: boolean;
  /** The verdict of an answer; undefined when it cannot be read. */
  judge: (answer: string) => FitVerdict | undefined;
  reason: (value: string, says: FitVerdict) => FitReason;
  unknown: FitReason;
}

interface Lists {
  good?: string[] | undefined;
  bad?: string[] | undefined;
  required?: boolean | undefined;
}
type Code = 'job-title' | 'postcode' | 'country' | 'sector';

/** The criteria of a playbook that judge answers, in the order of the reasons. */
export function criteriaOf(rules: FitRules): Criterion[] {
  const own = (rules.criteria ?? []).map(({ field, good, bad, required = false }): Criterion => {
    const isGood = good && ((answer: string) => passes(good, answer));
    const isBad = bad && ((answer: string) => passes(bad, answer));
    const reason = (value: string, says: FitVerdict) => ({ code: 'answer', field, value, says }) as const;
    return { field, isRequired: required, judge: judgeBy(isGood, isBad), reason, unknown: missing(field) };
  });
  return [
    employees(rules.employees),
    ...listCriteria('jobTitle', 'job-title', rules.jobTitles, titleMatches),
    ...listCriteria('sector', 'sector', rules.sectors, isSame),
    ...listCriteria('country', 'country', rules.countries, (answer, code) => countryCode(answer) === code),
    ...listCriteria('postcode', 'postcode', rules.postcodes, isInRange),
    ...own,
  ];
}

function employees({ badBelow, goodFrom, goodTo, required = true }: FitRules['employees']): Criterion {
  return {
    field: 'employees',
    isRequired: required,
    judge: (answer) => {
      const count = employeeCount(answer);
      if (count === undefined) return undefined;
      if (count < badBelow) return 'bad';
      return count >= goodFrom && count <= goodTo ? 'good' : 'unknown';
    },
    reason: (value, says) => ({ code: 'employees', value, says }),
    unknown: { code: 'employees-unknown', says: 'unknown' },
  };
}

function listCriteria(
  field: string,
  code: Code,
  sides: Lists | undefined,
  fits: (answer: string, entry: string) => boolean,
): Criterion[] {
  if (sides === undefined) return [];
  const { good, bad, required = false } = sides;
  const isGood = good && ((answer: string) => good.some((entry) => fits(answer, entry)));
  const isBad = bad && ((answer: string) => bad.some((entry) => fits(answer, entry)));
  const reason = (value: string, says: FitVerdict) => ({ code, value, says });
  return [{ field, isRequired: required, judge: judgeBy(isGood, isBad), reason, unknown: missing(field) }];
}

/** A bad sign outweighs a good one. Without a list of good answers, every answer that is not bad is good. */
function judgeBy(
  isGood: ((answer: string) => boolean) | undefined,
  isBad: ((answer: string) => boolean) | undefined,
): Criterion['judge'] {
  return (answer) => {
    if (isBad?.(answer)) return 'bad';
    return (isGood?.(answer) ?? true) ? 'good' : 'unknown';
  };
}

function passes(test: FitTest, answer: string): boolean {
  if ('oneOf' in test) return test.oneOf.some((word) => isSame(word, answer));
  if ('noneOf' in test) return !test.noneOf.some((word) => isSame(word, answer));
  const count = employeeCount(answer);
  return count !== undefined && count >= (test.from ?? 0) && count <= (test.to ?? Number.POSITIVE_INFINITY);
}

function isSame(one: string, other: string): boolean {
  return normaliseText(one) === normaliseText(other);
}

function missing(field: string): FitReason {
  return { code: 'answer-unknown', field, says: 'unknown' };
}
