import { countryCode } from '../../domain/fit/country.ts';
import { FREE_MAIL_DOMAINS } from '../../domain/fit/free-mail-domains.ts';
import type { RoutingRule, SalesRules } from '../../domain/handover/routing/sales-rules.ts';
import type { Finding, Path } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';
import type { KnownNames } from './file-checks.ts';
import { overlapFindings } from './postcode-checks.ts';

/** Who in the team cannot be told apart, and what of the routing leads to nobody. */
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
  return people.length === 0 ? 'write who there is under team' : suggestion(person, people);
}

function personFindings(
  key: string,
  { name, away }: SalesRules['team'][string],
  team: SalesRules['team'],
): Finding[] {
  const same = Object.keys(team).find((other) => team[other]?.name === name);
  const twice: Finding[] =
    same === key
      ? []
      : [
          {
            path: ['team', key, 'name'],
            problem: `"${same}" has this name too`,
            remedy: 'add a last name, so that everybody knows who is meant',
          },
        ];
  const turned = away.flatMap(({ from, to }, index) =>
    to < from
      ? [
          {
            path: ['team', key, 'away', index, 'to'],
            problem: `${to} is before ${from}`,
            remedy: `make it ${from} or later`,
          },
        ]
      : [],
  );
  return [...twice, ...turned];
}

const DOMAIN = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/;

function domainFindings(domain: string): Finding[] {
  const finding = { path: ['accounts', domain], atKey: true };
  if (!DOMAIN.test(domain)) {
    const remedy = 'write what stands after the @, in lower case, such as example.com';
    return [{ ...finding, problem: `"${domain}" is no domain`, remedy }];
  }
  if (!FREE_MAIL_DOMAINS.has(domain)) return [];
  const remedy = 'leave it out, or write the domain of one company';
  return [{ ...finding, problem: `anybody can have an address at ${domain}`, remedy }];
}

function whenFindings(when: RoutingRule['when'], path: Path, { fields, forms }: KnownNames): Finding[] {
  const asked = (['postcode', 'country', 'employees'] as const).filter((name) => when[name] !== undefined);
  const own = Object.keys(when.field ?? {});
  const { from = 0, to = Number.POSITIVE_INFINITY } = when.employees ?? {};
  return [
    ...asked.flatMap((name) => unknown(name, fields, [...path, name], 'field')),
    ...(when.country ?? []).flatMap((code, index) => noCountry(code, [...path, 'country', index])),
    ...own.flatMap((name) => unknown(name, fields, [...path, 'field', name], 'field')),
    ...(when.form ?? []).flatMap((name, index) => unknown(name, forms, [...path, 'form', index], 'form')),
    ...(to < from
      ? [
          {
            path: [...path, 'employees', 'to'],
            problem: `${to} is less than from`,
            remedy: `make it ${from} or more`,
          },
        ]
      : []),
  ];
}

function noCountry(code: string, path: Path): Finding[] {
  const known = countryCode(code);
  if (known === code) return [];
  const remedy = known === undefined ? 'write its ISO code, such as NL' : `write ${known}`;
  return [{ path, problem: `there is no country ${code}`, remedy }];
}

function unknown(name: string, known: readonly string[], path: Path, what: 'field' | 'form'): Finding[] {
  if (known.includes(name)) return [];
  return [
    { path, problem: `there is no ${what} "${name}" in ${what}s.yaml`, remedy: suggestion(name, known) },
  ];
}
