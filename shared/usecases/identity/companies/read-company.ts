import type { Viewer } from '../../../domain/console/viewer.ts';
import { type CompanyPage, sumOfCompany } from '../../../domain/identity/company.ts';
import { domainOf } from '../../../domain/identity/email.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { companyOwner } from '../../../store/handover/company-owners.ts';
import { leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import type { ReadSystem } from '../../lead-system.ts';
import { type CompanySystem, maySeeCompany, peopleOfCompany } from './company-people.ts';

/** People on one page. */
const PAGE = 10;

/**
 * The people of one company, ten on a page, with what each did and who owns the company. Some 13 read units: three for
 * which they are and the owner, and one for each of ten people.
 * @returns undefined when nobody is known there whom the viewer may see
 */
export async function readCompany(
  system: ReadSystem & CompanySystem,
  viewer: Viewer,
  domain: string,
  after?: LeadId,
): Promise<CompanyPage | undefined> {
  const [{ ids, hasMore }, owner, { scoring }] = await Promise.all([
    peopleOfCompany(system, domain, after),
    companyOwner(system.table, domain, { isConsistent: false }),
    system.playbook(),
  ]);
  if (ids.length === 0) return undefined;
  const shown = ids.slice(0, PAGE);
  const cards = await leadsWithProfiles(system.table, shown);
  const own = cards.filter(({ profile }) => domainOf(profile.email) === domain);
  const last = shown.at(-1);
  const sum = sumOfCompany(own, viewer, scoring, system.now());
  if (sum.people.length === 0 && after === undefined) {
    if (!(await maySeeCompany(system, viewer, domain, ids))) return undefined;
  }
  return {
    ...sum,
    ...{ domain, isMore: hasMore, count: ids.length - shown.length + own.length },
    ...(owner && { owner }),
    ...(ids.length > PAGE && last && { next: last }),
  };
}
