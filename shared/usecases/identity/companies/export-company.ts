import type { Viewer } from '../../../domain/console/viewer.ts';
import { type PersonOfCompany, sumOfCompany } from '../../../domain/identity/company.ts';
import { domainOf } from '../../../domain/identity/email.ts';
import type { SearchText } from '../../../domain/identity/search/search-text.ts';
import { leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import { recordLog } from '../../console/record-log.ts';
import type { ReadSystem } from '../../lead-system.ts';
import type { SearchPlace } from '../search/find-people.ts';
import { type CompanySystem, MOST_COUNTED, peopleOfCompany } from './company-people.ts';
import { type FoundCompany, findCompanies } from './find-companies.ts';

/**
 * The people of one company whom a viewer may see, for a file: of the first thousand. It is logged before it is read. One
 * read unit each.
 * @returns undefined when there are none
 */
export async function exportCompany(
  system: ReadSystem & CompanySystem,
  viewer: Viewer,
  domain: string,
): Promise<PersonOfCompany[] | undefined> {
  const { ids } = await peopleOfCompany(system, domain, { limit: MOST_COUNTED });
  const [about] = ids;
  if (about === undefined) return undefined;
  const deed = { kind: 'leads-exported', detail: 'company', about, count: ids.length } as const;
  await recordLog(system, { who: viewer.email }, deed);
  const [cards, { scoring }] = await Promise.all([leadsWithProfiles(system.table, ids), system.playbook()]);
  const own = cards.filter(({ profile }) => domainOf(profile.email) === domain);
  const { people } = sumOfCompany(own, viewer, scoring, system.now());
  return people.length === 0 ? undefined : people;
}

/** People that a file of companies looks at: at once, and how often. */
const AT_ONCE = 100;
const TIMES = 20;

/**
 * The companies that a search finds, for a file: those of the first two thousand people that it finds. It is logged before
 * it is read. Some read unit for each of these people.
 */
export async function exportCompanies(
  system: ReadSystem & CompanySystem,
  viewer: Viewer,
  search: SearchText,
): Promise<FoundCompany[]> {
  await recordLog(system, { who: viewer.email }, { kind: 'leads-exported', detail: 'companies q' });
  const companies = new Map<string, FoundCompany>();
  let after: SearchPlace | undefined;
  for (let time = 0; time < TIMES; time++) {
    const found = await findCompanies(system, viewer, search, { limit: AT_ONCE, after });
    for (const company of found.companies) {
      if (!companies.get(company.domain)?.name) companies.set(company.domain, company);
    }
    after = found.next;
    if (after === undefined) break;
  }
  return [...companies.values()];
}
