import type { FitRules, FitTest } from '../../domain/fit/fit-rules.ts';
import type { Localised } from '../../domain/language.ts';
import type { Finding, Path } from '../mistake.ts';
import { KEEP_ONE, orMore } from '../remedies.ts';
import { type KnownNames, unknownName } from './unknown-name.ts';
import { notADomain, reversedRange, unknownCountry } from './value-findings.ts';

/** Criteria that are impossible, empty, or about a field that does not exist. */
export function fitFindings(rules: FitRules, names: KnownNames): Finding[] {
  const { excludedDomains, studentDomains = [] } = rules;
  return [
    ...domains('excludedDomains', excludedDomains),
    ...domains('studentDomains', studentDomains),
    ...LISTED.flatMap(({ part, field }) => listed(rules, part, field, names)),
    ...criteria(rules.criteria ?? []),
  ];
}

/** The criteria with a setting of their own, and the field each is about. */
const LISTED = [
  { part: 'jobTitles', field: 'jobTitle' },
  { part: 'postcodes', field: 'postcode' },
  { part: 'countries', field: 'country' },
  { part: 'sectors', field: 'sector' },
] as const;

/** A domain that may end in `.*`. */
const DOMAIN_PATTERN = /^([a-z0-9-]+\.)+([a-z][a-z0-9-]+|\*)$/;

/** Numbers of employees that are both good and bad, or none. */
export function sizeFindings({ employees: { badBelow, goodFrom, goodTo } }: FitRules): Finding[] {
  const found: Finding[] = [];
  const add = (setting: string, given: number, lower: string, least: number) => {
    if (given >= least) return;
    const problem = { nl: `${given} is minder dan ${lower}`, en: `${given} is less than ${lower}` };
    found.push({ path: ['employees', setting], problem, remedy: orMore(least) });
  };
  add('goodFrom', goodFrom, 'badBelow', badBelow);
  add('goodTo', goodTo, 'goodFrom', goodFrom);
  return found;
}

function domains(list: string, patterns: readonly string[]): Finding[] {
  return patterns.flatMap((pattern, index) => notADomain(pattern, [list, index], DOMAIN_PATTERN));
}

function listed(
  rules: FitRules,
  part: (typeof LISTED)[number]['part'],
  field: string,
  names: KnownNames,
): Finding[] {
  const sides = rules[part];
  if (sides === undefined) return [];
  const { good, bad = [] } = sides;
  const found = [
    ...unknownName('fields', field, names, [part]),
    ...emptyCriterion([part], { good, bad: sides.bad }),
  ];
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
    const problem = { nl: `${entry} is geen reeks`, en: `${entry} is not a range` };
    const remedy = {
      nl: 'schrijf de laagste eerst, met evenveel cijfers',
      en: 'write the lowest first, with as many digits',
    };
    return [{ path, problem, remedy }];
  }
  return part === 'countries' ? unknownCountry(entry, path) : [];
}

function criteria(own: NonNullable<FitRules['criteria']>): Finding[] {
  return own.flatMap(({ field, good, bad }, index) => {
    const path = ['criteria', index];
    const elsewhere = LISTED.find((one) => one.field === field)?.part;
    const setting = field === 'employees' ? field : elsewhere;
    const found = emptyCriterion(path, { good, bad });
    if (setting !== undefined) {
      found.push({
        path: [...path, 'field'],
        problem: { nl: `"${field}" heeft een eigen instelling`, en: `"${field}" has its own setting` },
        remedy: { nl: `schrijf het onder ${setting}`, en: `write it under ${setting}` },
      });
    } else if (own.findIndex((one) => one.field === field) < index) {
      found.push({
        path: [...path, 'field'],
        problem: {
          nl: `er is nog een criterium voor "${field}"`,
          en: `there is another criterion for "${field}"`,
        },
        remedy: {
          nl: 'voeg de twee samen: één criterium kan good en bad allebei hebben',
          en: 'merge the two: one criterion can have both good and bad',
        },
      });
    }
    return [...found, ...rangeFindings([...path, 'good'], good), ...rangeFindings([...path, 'bad'], bad)];
  });
}

function rangeFindings(path: Path, test: FitTest | undefined): Finding[] {
  if (test === undefined || 'oneOf' in test || 'noneOf' in test) return [];
  if (test.from === undefined && test.to === undefined) {
    const remedy = {
      nl: 'schrijf oneOf, noneOf, of een getal met from en to',
      en: 'write oneOf, noneOf, or a number from and to',
    };
    return [{ path, problem: EMPTY, remedy }];
  }
  return reversedRange(test, path);
}

function emptyCriterion(path: Path, { good, bad }: { good: unknown; bad: unknown }): Finding[] {
  if (good !== undefined || bad !== undefined) return [];
  const remedy = {
    nl: 'schrijf wat good is, wat bad is, of laat het weg',
    en: 'write what is good, what is bad, or leave it out',
  };
  return [{ path, problem: EMPTY, remedy }];
}

const EMPTY: Localised = { nl: 'dit is leeg', en: 'this is empty' };

function both(path: Path, entry: string): Finding {
  const problem = { nl: `"${entry}" is good en bad tegelijk`, en: `"${entry}" is both good and bad` };
  return { path, problem, remedy: KEEP_ONE };
}
