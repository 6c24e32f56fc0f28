import { isFreeMail } from '../../domain/fit/free-mail.ts';
import type { RoutingRule, SalesRules } from '../../domain/handover/routing/sales-rules.ts';
import type { Finding, Path } from '../mistake.ts';
import { overlapFindings } from './postcode-checks.ts';
import { type KnownNames, unknownName } from './unknown-name.ts';
import { notADomain, reversedRange, unknownCountry } from './value-findings.ts';

/** People with the same name, accounts of no company, and conditions that no lead meets. */
export function salesFindings({ team, accounts, routing }: SalesRules, names: KnownNames): Finding[] {
  return [
    ...Object.entries(team).flatMap(([key, person]) => personFindings(key, person, team)),
    ...Object.keys(accounts).flatMap(domainFindings),
    ...routing.flatMap(({ when }, index) => whenFindings(when, ['routing', index, 'when'], names)),
    ...overlapFindings(routing),
  ];
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
      problem: { nl: `"${same}" heeft deze naam ook`, en: `"${same}" has this name too` },
      remedy: {
        nl: 'zet er een achternaam bij, zodat iedereen weet wie je bedoelt',
        en: 'add a last name, so that everybody knows who is meant',
      },
    });
  }
  for (const [index, { from, to }] of away.entries()) {
    if (to >= from) continue;
    const path = ['team', key, 'away', index, 'to'];
    const problem = { nl: `${to} is voor ${from}`, en: `${to} is before ${from}` };
    const remedy = { nl: `maak er ${from} of later van`, en: `make it ${from} or later` };
    found.push({ path, problem, remedy });
  }
  return found;
}

function domainFindings(domain: string): Finding[] {
  const path = ['accounts', domain];
  if (isFreeMail(domain)) {
    const problem = {
      nl: `iedereen kan een adres bij ${domain} hebben`,
      en: `anybody can have an address at ${domain}`,
    };
    const remedy = {
      nl: 'laat het weg, of schrijf het domein van één bedrijf',
      en: 'leave it out, or write the domain of one company',
    };
    return [{ path, problem, remedy, atKey: true }];
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
    ...reversedRange(when.employees ?? {}, [...path, 'employees']),
  ];
}
