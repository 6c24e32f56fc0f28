import { isAmountIn, readAmount } from '../amount.ts';
import { isSame } from '../normalise-text.ts';
import { countryCode } from './country.ts';
import type { FitRules, FitTest } from './fit-rules.ts';
import { titleMatches, titleNames } from './job-titles.ts';
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
  const own = (rules.criteria ?? []).map(({ field, ...sides }) => {
    const isReadable = (answer: string) => isRead(sides.good, answer) && isRead(sides.bad, answer);
    const reason: Criterion['reason'] = (value, says) => ({ code: 'answer', field, value, says });
    return criterion(field, sides, { passes, isReadable }, reason);
  });
  return [
    employees(rules.employees),
    ...listCriteria('jobTitle', 'job-title', rules.jobTitles, {
      fits: (title, pattern, side) =>
        side === 'good' ? titleMatches(title, pattern) : titleNames(title, pattern, rules.jobTitles?.unless),
    }),
    ...listCriteria('sector', 'sector', rules.sectors, { fits: isSame }),
    ...listCriteria('country', 'country', rules.countries, {
      fits: (answer, code) => countryCode(answer) === code,
      isReadable: (answer) => countryCode(answer) !== undefined,
    }),
    ...listCriteria('postcode', 'postcode', rules.postcodes, {
      fits: isInRange,
      isReadable: (answer) => /\d/.test(answer),
    }),
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

type Side = 'good' | 'bad';

/** How an entry of a list is compared with an answer. */
interface Comparison {
  fits: (answer: string, entry: string, side: Side) => boolean;
  isReadable?: (answer: string) => boolean;
}

function listCriteria(
  field: string,
  code: 'job-title' | 'postcode' | 'country' | 'sector',
  sides: Sides<string[]> | undefined,
  { fits, isReadable = () => true }: Comparison,
): Criterion[] {
  if (sides === undefined) return [];
  const passes = (entries: string[], answer: string, side: Side) =>
    entries.some((entry) => fits(answer, entry, side));
  return [criterion(field, sides, { passes, isReadable }, (value, says) => ({ code, value, says }))];
}

interface Judge<Test> {
  passes: (test: Test, answer: string, side: Side) => boolean;
  isReadable: (answer: string) => boolean;
}

/** A bad sign outweighs a good one. Without a test for good answers, every answer that can be read and is not bad is good. */
function criterion<Test>(
  field: string,
  { good, bad, required = false }: Sides<Test>,
  { passes, isReadable }: Judge<Test>,
  reason: Criterion['reason'],
): Criterion {
  return {
    field,
    isRequired: required,
    judge: (answer) => {
      if (bad !== undefined && passes(bad, answer, 'bad')) return 'bad';
      if (good !== undefined && passes(good, answer, 'good')) return 'good';
      if (!isReadable(answer)) return undefined;
      return good === undefined ? 'good' : 'unknown';
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

/** Whether a test of an amount can judge this answer. */
function isRead(test: FitTest | undefined, answer: string): boolean {
  const isAmount = test !== undefined && !('oneOf' in test) && !('noneOf' in test);
  return !isAmount || readAmount(answer) !== undefined;
}
