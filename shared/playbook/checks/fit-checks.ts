import { countryCode } from '../../domain/fit/country.ts';
import type { FitRules, FitTest } from '../../domain/fit/fit-rules.ts';
import type { Finding, Path } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';
import type { KnownNames } from './file-checks.ts';

/** What of the ideal customer can never be, says nothing, or asks for what nobody knows. */
export function fitFindings(rules: FitRules, { fields }: KnownNames): Finding[] {
  const { excludedDomains, studentDomains = [] } = rules;
  return [
    ...sizes(rules.employees),
    ...noDomains('excludedDomains', excludedDomains),
    ...noDomains('studentDomains', studentDomains),
    ...LISTED.flatMap(({ part, field }) => listed(rules, part, field, fields)),
    ...criteria(rules.criteria ?? [], fields),
  ];
}

/** The criteria that have a name of their own, and the question each is about. */
const LISTED = [
  { part: 'jobTitles', field: 'jobTitle' },
  { part: 'postcodes', field: 'postcode' },
  { part: 'countries', field: 'country' },
  { part: 'sectors', field: 'sector' },
] as const;

const DOMAIN = /^([a-z0-9-]+\.)+([a-z][a-z0-9-]+|\*)$/;

function sizes({ badBelow, goodFrom, goodTo }: FitRules['employees']): Finding[] {
  const found: Finding[] = [];
  const add = (setting: string, problem: string, least: number) =>
    found.push({ path: ['employees', setting], problem, remedy: `make it ${least} or more` });
  if (goodFrom < badBelow) add('goodFrom', `${goodFrom} is less than badBelow`, badBelow);
  if (goodTo < goodFrom) add('goodTo', `${goodTo} is less than goodFrom`, goodFrom);
  return found;
}

function noDomains(list: string, domains: readonly string[]): Finding[] {
  return domains.flatMap((domain, index) =>
    DOMAIN.test(domain)
      ? []
      : {
          path: [list, index],
          problem: `"${domain}" is no domain`,
          remedy: 'write what stands after the @, in lower case, such as example.com',
        },
  );
}

function listed(
  rules: FitRules,
  part: (typeof LISTED)[number]['part'],
  field: string,
  fields: readonly string[],
): Finding[] {
  const sides = rules[part];
  if (sides === undefined) return [];
  const { good, bad = [] } = sides;
  const found = [...noField([part], field, fields), ...noSides([part], { good, bad: sides.bad })];
  for (const [index, entry] of bad.entries()) {
    if (good?.includes(entry)) found.push(both([part, 'bad', index], entry));
  }
  for (const side of ['good', 'bad'] as const) {
    for (const [index, entry] of (sides[side] ?? []).entries()) {
      found.push(...impossible(part, [part, side, index], entry));
    }
  }
  return found;
}

function impossible(part: string, path: Path, entry: string): Finding[] {
  const [from = '', to = ''] = entry.split('-');
  if (part === 'postcodes' && (from.length !== to.length || to < from)) {
    return [{ path, problem: `${entry} is no range`, remedy: 'write the lowest first, both as long' }];
  }
  if (part !== 'countries' || countryCode(entry) === entry) return [];
  const code = countryCode(entry);
  const remedy = code === undefined ? 'write its ISO code, such as NL' : `write ${code}`;
  return [{ path, problem: `there is no country ${entry}`, remedy }];
}

function criteria(own: NonNullable<FitRules['criteria']>, fields: readonly string[]): Finding[] {
  return own.flatMap(({ field, good, bad }, index) => {
    const path = ['criteria', index];
    const elsewhere = LISTED.find((one) => one.field === field)?.part;
    const has = field === 'employees' ? field : elsewhere;
    const found = [...noField([...path, 'field'], field, fields), ...noSides(path, { good, bad })];
    if (has !== undefined) {
      found.push({
        path: [...path, 'field'],
        problem: `"${field}" has a criterion of its own`,
        remedy: `write it under ${has}`,
      });
    } else if (own.findIndex((one) => one.field === field) < index) {
      found.push({
        path: [...path, 'field'],
        problem: `there is another criterion for "${field}"`,
        remedy: 'put the two together: one can have good and bad',
      });
    }
    return [...found, ...noRange([...path, 'good'], good), ...noRange([...path, 'bad'], bad)];
  });
}

function noRange(path: Path, test: FitTest | undefined): Finding[] {
  if (test === undefined || 'oneOf' in test || 'noneOf' in test) return [];
  const { from, to } = test;
  if (from === undefined && to === undefined) {
    return [{ path, problem: 'this says nothing', remedy: 'write oneOf, noneOf, or a number from and to' }];
  }
  if (from === undefined || to === undefined || from <= to) return [];
  return [{ path: [...path, 'to'], problem: `${to} is less than from`, remedy: `make it ${from} or more` }];
}

function noField(path: Path, field: string, fields: readonly string[]): Finding[] {
  if (fields.includes(field)) return [];
  return [
    { path, problem: `there is no field "${field}" in fields.yaml`, remedy: suggestion(field, fields) },
  ];
}

function noSides(path: Path, { good, bad }: { good: unknown; bad: unknown }): Finding[] {
  if (good !== undefined || bad !== undefined) return [];
  return [{ path, problem: 'this says nothing', remedy: 'write what is good, what is bad, or leave it out' }];
}

function both(path: Path, entry: string): Finding {
  return { path, problem: `"${entry}" is good and bad`, remedy: 'keep one of the two' };
}
