import { isFreeMail } from '../../domain/fit/free-mail.ts';
import type { RoutingRule, SalesRules } from '../../domain/handover/routing/sales-rules.ts';
import type { Finding, Path } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';
import { overlapFindings } from './postcode-checks.ts';
import { type KnownNames, unknownName } from './unknown-name.ts';
import { notADomain, reversedRange, unknownCountry } from './value-findings.ts';

/** People with the same name, and accounts and routing rules that lead to nobody. */
export function salesFindings({ team, accounts, routing }: SalesRules, names: KnownNames): Finding[] {
  const isMember = ([path, person]: [Path, string]) =>
    Object.hasOwn(team, person)
      ? []
      : [{ path, problem: `nobody in the team is called "${person}"`, remedy: memberAdvice(person, team) }];
  return [
    ...Object.entries(team).flatMap(([key, person]) => personFindings(key, person, team)),
    ...Object.entries(accounts).flatMap(([domain, person]): Finding[] => [
      ...domainFindings(domain),
      ...isMember([['accounts', domain], person]),
    ]),
    ...routing.flatMap(({ when, to }, index) => [
      ...whenFindings(when, ['routing', index, 'when'], names),
      ...to.flatMap((person, place) => isMember([['routing', index, 'to', place], person])),
    ]),
    ...overlapFindings(routing),
  ];
}

function memberAdvice(person: string, team: SalesRules['team']): string {
  const people = Object.keys(team);
  return people.length === 0 ? 'add people under team' : suggestion(person, people);
}

function personFindings(
  key: string,
  { name, away }: SalesRules['team'][string],
  team: SalesRules['team'],
): Finding[] {
  const same = Object.keys(team).find((other) => team[other]?.name === name);
  const found: Finding[] = [];
  if (same !== key) {
    found.push({
      path: ['team', key, 'name'],
      problem: `"${same}" has this name too`,
      remedy: 'add a last name, so that everybody knows who is meant',
    });
  }
  for (const [index, { from, to }] of away.entries()) {
    if (to >= from) continue;
    const path = ['team', key, 'away', index, 'to'];
    found.push({ path, problem: `${to} is before ${from}`, remedy: `make it ${from} or later` });
  }
  return found;
}

function domainFindings(domain: string): Finding[] {
  const path = ['accounts', domain];
  if (isFreeMail(domain)) {
    const remedy = 'leave it out, or write the domain of one company';
    return [{ path, problem: `anybody can have an address at ${domain}`, remedy, atKey: true }];
  }
  return notADomain(domain, path).map((finding) => ({ ...finding, atKey: true }));
}

function whenFindings(when: RoutingRule['when'], path: Path, names: KnownNames): Finding[] {
  const asked = (['postcode', 'country', 'employees'] as const).filter((name) => when[name] !== undefined);
  const own = Object.keys(when.field ?? {});
  return [
    ...asked.flatMap((name) => unknownName('fields', name, names, [...path, name])),
    ...(when.country ?? []).flatMap((code, index) => unknownCountry(code, [...path, 'country', index])),
    ...own.flatMap((name) => unknownName('fields', name, names, [...path, 'field', name])),
    ...(when.form ?? []).flatMap((name, index) =>
      unknownName('forms', name, names, [...path, 'form', index]),
    ),
    ...reversedRange(when.employees ?? {}, [...path, 'employees']),
  ];
}
