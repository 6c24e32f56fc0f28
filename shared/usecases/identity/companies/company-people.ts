import { may, maySee, type Viewer } from '../../../domain/console/viewer.ts';
import { isFreeMail } from '../../../domain/fit/free-mail.ts';
import { domainOf, normaliseEmail } from '../../../domain/identity/email.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { type HideBeginnings, placeOfCompany } from '../../../domain/identity/search/hidden-places.ts';
import { leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import { rowsOfHidden } from '../../../store/identity/search/search-rows.ts';
import type { Table } from '../../../store/table.ts';
import { type LogSystem, recordLog } from '../../console/record-log.ts';

/** So many people of a company are added up, in some twelve read units; of more a page says that there are more. */
export const MOST_COUNTED = 1_000;
/** So many are looked at to know whether a company may be seen, or to fill a page. */
export const MOST_SEEN = 50;

export interface CompanySystem {
  table: Table;
  hideBeginnings: HideBeginnings;
}

/** People of one company, by id. */
export interface CompanyPeople {
  ids: LeadId[];
  /** Whether there are more after them. */
  hasMore: boolean;
}

/** The domain of a company as an address has it; undefined when it is none, or anybody can have an address there. */
export function companyDomain(text: string): string | undefined {
  const email = normaliseEmail(`somebody@${text}`);
  const domain = email && domainOf(email);
  return domain === undefined || isFreeMail(domain) ? undefined : domain;
}

/** The people with an address at a company's domain, from one of them on. A read unit for each eighty. */
export async function peopleOfCompany(
  { table, hideBeginnings }: Pick<CompanySystem, 'table' | 'hideBeginnings'>,
  domain: string,
  { after, limit = MOST_SEEN }: { after?: LeadId | undefined; limit?: number } = {},
): Promise<CompanyPeople> {
  const { start, rest } = placeOfCompany(domain, hideBeginnings);
  const where = { beginning: rest, limit, ...(after && { after: { at: rest, lead: after } }) };
  const { rows, hasMore } = await rowsOfHidden(table, start, where);
  return { ids: rows.map(({ lead }) => lead), hasMore };
}

/**
 * Whether a viewer may know of a company: sales does when somebody there was handed over at some time. One read unit a
 * person for sales, none for the others.
 */
export async function maySeeCompany(
  { table }: Pick<CompanySystem, 'table'>,
  viewer: Viewer,
  domain: string,
  ids: readonly LeadId[],
): Promise<boolean> {
  if (ids.length === 0 || may(viewer, 'see-all-leads')) return ids.length > 0;
  const people = await leadsWithProfiles(table, ids.slice(0, MOST_SEEN));
  return people.some(({ lead, profile }) => domainOf(profile.email) === domain && maySee(viewer, lead));
}

/** Logs who sees the people of a company, or is refused it; it is named by the first of them. */
export async function logCompany(
  system: LogSystem,
  { email }: Viewer,
  kind: 'leads-seen' | 'refused',
  [about]: readonly LeadId[],
): Promise<void> {
  if (about !== undefined) await recordLog(system, { who: email }, { kind, detail: 'company', about });
}
