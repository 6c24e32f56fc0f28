import { isAmountIn, readAmount } from '../amount.ts';
import { isSame } from '../normalise-text.ts';
import { countryCode } from './country.ts';
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

interface Sides<Test> {
  good?: Test | undefined;
  bad?: Test | undefined;
  required?: boolean | undefined;
}

/** The criteria of a playbook that judge answers, in the order of the reasons. */
export function criteriaOf(rules: FitRules): Criterion[] {
  const own = (rules.criteria ?? []).map((sides) => {
    const { field } = sides;
    return criterion(field, sides, passes, (value, says) => ({ code: 'answer', field, value, says }));
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
      const amount = readAmount(answer);
      if (amount === undefined) return undefined;
      if ((amount.from ?? amount.to) < badBelow) return 'bad';
      return isAmountIn({ from: goodFrom, to: goodTo }, answer) ? 'good' : 'unknown';
    },
    reason: (value, says) => ({ code: 'employees', value, says }),
    unknown: { code: 'employees-unknown', says: 'unknown' },
  };
}

function listCriteria(
  field: string,
  code: 'job-title' | 'postcode' | 'country' | 'sector',
  sides: Sides<string[]> | undefined,
  fits: (answer: string, entry: string) => boolean,
): Criterion[] {
  if (sides === undefined) return [];
  const isIn = (entries: string[], answer: string) => entries.some((entry) => fits(answer, entry));
  return [criterion(field, sides, isIn, (value, says) => ({ code, value, says }))];
}

/** A bad sign outweighs a good one. Without a test for good answers, every answer that is not bad is good. */
function criterion<Test>(
  field: string,
  { good, bad, required = false }: Sides<Test>,
  passes: (test: Test, answer: string) => boolean,
  reason: Criterion['reason'],
): Criterion {
  return {
    field,
    isRequired: required,
    judge: (answer) => {
      if (bad !== undefined && passes(bad, answer)) return 'bad';
      return good === undefined || passes(good, answer) ? 'good' : 'unknown';
    },
    reason,
    unknown: { code: 'answer-unknown', field, says: 'unknown' },
  };
}

function passes(test: FitTest, answer: string): boolean {
  if ('oneOf' in test) return test.oneOf.some((word) => isSame(word, answer));
  if ('noneOf' in test) return !test.noneOf.some((word) => isSame(word, answer));
  return isAmountIn(test, answer);
}
