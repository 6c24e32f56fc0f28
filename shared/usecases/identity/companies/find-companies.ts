import { maySee, type Viewer } from '../../../domain/console/viewer.ts';
import { isFreeMail } from '../../../domain/fit/free-mail.ts';
import { domainOf } from '../../../domain/identity/email.ts';
import { valuesOf } from '../../../domain/identity/profile.ts';
import { isFoundBy, type SearchText } from '../../../domain/identity/search/search-text.ts';
import { leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import { type LogSystem, recordLog } from '../../console/record-log.ts';
import { findPeople, type SearchPlace } from '../search/find-people.ts';
import type { CompanySystem } from './company-people.ts';

const PAGE = 10;

export interface FoundCompany {
  domain: string;
  /** As the first person that was found writes it. */
  name?: string;
}

interface FoundCompanies {
  companies: FoundCompany[];
  next?: SearchPlace;
}

/** A page of the companies that a search finds. It is logged before it is read. */
export async function browseCompanies(
  system: CompanySystem & LogSystem,
  viewer: Viewer,
  search: SearchText,
  after?: SearchPlace,
): Promise<FoundCompanies> {
  await recordLog(system, { who: viewer.email }, { kind: 'leads-seen', detail: 'companies q' });
  return findCompanies(system, viewer, search, { after });
}

/**
 * The companies of the next ten people, or more, that a search finds by their company or its domain: a page may have fewer, or none,
 * and yet a next one. Some 13 read units for ten.
 */
export async function findCompanies(
  system: CompanySystem,
  viewer: Viewer,
  search: SearchText,
  { after, limit = PAGE }: { after?: SearchPlace | undefined; limit?: number } = {},
): Promise<FoundCompanies> {
  const { ids, next } = await findPeople(system, search, { limit, ...(after && { after }) });
  const companies = new Map<string, FoundCompany>();
  for (const { lead, profile } of await leadsWithProfiles(system.table, ids)) {
    const domain = domainOf(profile.email);
    const { company: name } = valuesOf(profile);
    const { company } = profile.values;
    const itself = { email: `${domain}@${domain}`, values: company ? { company } : {} };
    if (isFreeMail(domain) || !maySee(viewer, lead) || !isFoundBy(search, itself)) continue;
    if (!companies.get(domain)?.name) companies.set(domain, { domain, ...(name && { name }) });
  }
  return { companies: [...companies.values()], ...(next && { next }) };
}
