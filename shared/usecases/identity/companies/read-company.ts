import { may, maySee, type Viewer } from '../../../domain/console/viewer.ts';
import {
  type CompanyPage,
  type Doing,
  sumOfCompany,
  totalsOfCompany,
} from '../../../domain/identity/company.ts';
import type { DirectoryRow } from '../../../domain/identity/directory/row.ts';
import { domainOf } from '../../../domain/identity/email.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { isUnconfirmed } from '../../../domain/identity/trust.ts';
import type { Instant } from '../../../domain/time.ts';
import { companyOwner } from '../../../store/handover/company-owners.ts';
import { type LeadWithProfile, leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import { profilesOf } from '../../../store/identity/profiles.ts';
import type { Table } from '../../../store/table.ts';
import { lastDoings } from '../../../store/tracking/last-doings.ts';
import type { ReadSystem } from '../../lead-system.ts';
import { DirectoryNotMade, type DirectorySource } from '../directory/directory-source.ts';
import {
  type CompanySystem,
  logCompany,
  MOST_COUNTED,
  MOST_SEEN,
  maySeeCompany,
  peopleOfCompany,
} from './company-people.ts';

export type CompanyPageSystem = ReadSystem & CompanySystem & { directory: DirectorySource };

/** People on one page, and what each did last. */
const PAGE = 10;
const DOINGS = 3;

/**
 * The people of one company, ten on a page, with what each did; who owns the company; and what all of them are together,
 * from the directory in memory. Some 28 read units: two or three for which they are and the owner, and two and a half for
 * each of ten people, one and a half of these for what it did last in one browser. Up to forty more say since when the company is known, half a unit each. The log says who saw it, or was refused it.
 * @returns undefined when nobody is known there whom the viewer may see
 */
export async function readCompany(
  system: CompanyPageSystem,
  viewer: Viewer,
  domain: string,
  after?: LeadId,
): Promise<CompanyPage | undefined> {
  const { table } = system;
  const [{ ids, hasMore }, rest, owner, { scoring }, rows] = await Promise.all([
    peopleOfCompany(system, domain, { limit: MOST_COUNTED }),
    after && peopleOfCompany(system, domain, { after }),
    companyOwner(table, domain, { isConsistent: false }),
    system.playbook(),
    knownRows(system.directory),
  ]);
  const left = rest ?? { ids, hasMore };
  if (left.ids.length === 0) return undefined;
  const shown = left.ids.slice(0, PAGE);
  const cards = await leadsWithProfiles(table, shown);
  const own = cards.filter(({ profile }) => domainOf(profile.email) === domain);
  const sum = sumOfCompany(own, viewer, scoring, system.now());
  const all = rows && ids.flatMap((id) => rows.get(id) ?? []);
  if (sum.people.length === 0 && after === undefined) {
    const isSeen = all?.some(({ handover }) => handover !== undefined || may(viewer, 'see-all-leads'));
    if (!(isSeen ?? (await maySeeCompany(system, viewer, domain, ids)))) {
      await logCompany(system, viewer, 'refused', ids);
      return undefined;
    }
  }
  await logCompany(system, viewer, 'leads-seen', ids);
  const last = shown.at(-1);
  const doings = await doingsOf(
    table,
    own.filter(({ lead }) => maySee(viewer, lead)),
  );
  const since = all && !hasMore ? await knownSince(table, all, viewer, own) : undefined;
  return {
    ...sum,
    ...{ domain, isMore: hasMore, doings },
    ...(all && { totals: totalsOfCompany(all, sum.people, viewer) }),
    ...(since !== undefined && { since }),
    ...(owner && { owner }),
    ...((left.ids.length > PAGE || left.hasMore) && last && { next: last }),
  };
}

/** What each of some people did last. */
async function doingsOf(
  table: Table,
  people: readonly LeadWithProfile[],
): Promise<ReadonlyMap<LeadId, Doing[]>> {
  const did = people.map(async ({ lead, profile }) => {
    const events = await lastDoings(table, profile, DOINGS);
    return [
      lead.id,
      events.map((event) => ({ event, isUnconfirmed: isUnconfirmed(event, profile) })),
    ] as const;
  });
  return new Map(await Promise.all(did));
}

/** The rows of all leads; undefined until they are made. */
async function knownRows(directory: DirectorySource): Promise<ReadonlyMap<LeadId, DirectoryRow> | undefined> {
  try {
    return (await directory()).rows;
  } catch (error) {
    if (error instanceof DirectoryNotMade) return undefined;
    throw error;
  }
}

/** When the first of all people became known whom the viewer may see; undefined when there are too many to look. */
async function knownSince(
  table: Table,
  rows: readonly DirectoryRow[],
  viewer: Viewer,
  read: readonly LeadWithProfile[],
): Promise<Instant | undefined> {
  if (rows.length > MOST_SEEN) return undefined;
  const seen = read.filter(({ lead }) => maySee(viewer, lead)).map(({ profile }) => profile.createdAt);
  const others = rows.filter(
    ({ id, handover }) =>
      !read.some(({ lead }) => lead.id === id) && (handover !== undefined || may(viewer, 'see-all-leads')),
  );
  const profiles = await profilesOf(
    table,
    others.map(({ id }) => id),
  );
  return [...seen, ...[...profiles.values()].map(({ createdAt }) => createdAt)].sort()[0];
}
