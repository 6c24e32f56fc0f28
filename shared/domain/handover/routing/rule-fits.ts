import { isAmountIn } from '../../amount.ts';
import { countryCode } from '../../fit/country.ts';
import { isInRange } from '../../fit/postcodes.ts';
import { isSame } from '../../normalise-text.ts';
import { matchesPath, type SamePage } from '../../tracking/same-page.ts';
import type { RoutingRule } from './sales-rules.ts';

type When = RoutingRule['when'];

/** What the conditions of a rule look at. */
export interface LeadFacts {
  /** Its answers by field. */
  values: Readonly<Record<string, string>>;
  /** The forms it submitted. */
  forms: readonly string[];
  /** The paths of the pages it visited. */
  paths: readonly string[];
  samePage?: SamePage | undefined;
}

/**
 * The conditions of a rule with what matched each, such as `postcode 3000-3999`; undefined when one does not hold.
 * A missing answer matches no condition.
 */
export function matchedConditions(when: When, facts: LeadFacts): string[] | undefined {
  const found: string[] = [];
  for (const condition of Object.keys(when) as (keyof When)[]) {
    const match = matches[condition](when, facts);
    if (match === undefined) return undefined;
    found.push(`${condition} ${match}`);
  }
  return found;
}

const matches: { [C in keyof When]-?: (when: When, facts: LeadFacts) => string | undefined } = {
  postcode: ({ postcode }, { values }) => postcode?.find((range) => isInRange(values.postcode ?? '', range)),
  country: ({ country }, { values }) => country?.find((code) => code === countryCode(values.country ?? '')),
  employees: ({ employees: range = {} }, { values }) =>
    isAmountIn(range, values.employees) ? `${range.from ?? ''}-${range.to ?? ''}` : undefined,
  form: ({ form }, { forms }) => form?.find((name) => forms.includes(name)),
  page: ({ page }, { paths, samePage }) =>
    page?.find((pattern) => paths.some((path) => matchesPath(path, [pattern], samePage))),
  field: ({ field = {} }, { values }) => {
    const asked = Object.entries(field);
    const holds = asked.every(([name, words]) => {
      const answer = values[name];
      return answer !== undefined && words.some((word) => isSame(word, answer));
    });
    return holds ? asked.map(([name]) => name).join('+') : undefined;
  },
};
