import { needLists, type Today } from '../../domain/console/today.ts';
import { may, type Viewer } from '../../domain/console/viewer.ts';
import type { WaitingLead } from '../../domain/console/waiting-lead.ts';
import { contactOf } from '../../domain/handover/dossier/contact.ts';
import { personName } from '../../domain/handover/dossier/person-name.ts';
import { waitsSince } from '../../domain/identity/directory/find.ts';
import { type DirectoryRow, instantOf } from '../../domain/identity/directory/row.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { profilesOf } from '../../store/identity/profiles.ts';
import { DirectoryNotMade, type DirectorySource } from '../identity/directory/directory-source.ts';
import { listFailedJobs } from '../jobs/failed-jobs.ts';
import type { ReadSystem } from '../lead-system.ts';
import { readHeldMail } from '../nurture/read-held-mail.ts';
import { readYesterday } from '../reports/read-yesterday.ts';

export interface TodaySystem extends ReadSystem {
  directory: DirectorySource;
}

/** How many leads are shown: each costs half a read unit. */
const MOST_LEADS: Record<'sales' | 'others', number> = { sales: 10, others: 5 };

/** What needs somebody today. At most ten read units, however many leads there are. */
export async function readToday(system: TodaySystem, viewer: Viewer): Promise<Today> {
  const seesAll = may(viewer, 'see-all-leads');
  const [directory, yesterday, mail, failed] = await Promise.all([
    system.directory().catch(unlessNotMade),
    readYesterday(system),
    seesAll ? readHeldMail(system) : undefined,
    listFailedJobs(system, viewer),
  ]);
  const most = MOST_LEADS[seesAll ? 'others' : 'sales'];
  const lists = directory && needLists(directory.rows.values(), viewer, most);
  const leads = await cardsOf(system, lists?.flatMap((list) => list.rows) ?? []);
  return {
    isNew: directory?.rows.size === 0,
    lists: lists?.map(({ need, total, rows: some }) => ({
      need,
      total,
      leads: some.flatMap(({ id }) => leads.get(id) ?? []),
    })),
    yesterday,
    ...(mail && { mail }),
    failed,
  };
}

async function cardsOf(
  { table, playbook }: TodaySystem,
  rows: readonly DirectoryRow[],
): Promise<Map<LeadId, WaitingLead>> {
  const [profiles, { fields, sales }] = await Promise.all([
    profilesOf(
      table,
      rows.map(({ id }) => id),
    ),
    playbook(),
  ]);
  const cards = rows.flatMap((row): [LeadId, WaitingLead][] => {
    const profile = profiles.get(row.id);
    if (profile === undefined) return [];
    const { name, email, company } = contactOf(profile, fields);
    const owner = row.owner === undefined ? undefined : personName(sales.team, row.owner);
    return [
      [
        row.id,
        {
          ...{ id: row.id, name: name ?? email, score: row.score, since: instantOf(waitsSince(row)) },
          ...(company && { company }),
          ...(owner && { owner }),
        },
      ],
    ];
  });
  return new Map(cards);
}

function unlessNotMade(error: unknown): undefined {
  if (!(error instanceof DirectoryNotMade)) throw error;
}
