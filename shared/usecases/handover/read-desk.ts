import { countSteps, deskKey, stepOfRow } from '../../domain/console/desk-order.ts';
import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { type Desk, type DeskLead, type DeskList, STEPS } from '../../domain/console/waiting-lead.ts';
import type { Agreement } from '../../domain/handover/agreement.ts';
import { contactOf } from '../../domain/handover/dossier/contact.ts';
import { personName } from '../../domain/handover/dossier/person-name.ts';
import { answerDeadline } from '../../domain/handover/overdue.ts';
import { isWithSales } from '../../domain/handover/with-sales.ts';
import { type DirectoryFilter, findRows, waitsSince } from '../../domain/identity/directory/find.ts';
import { type DirectoryRow, instantOf } from '../../domain/identity/directory/row.ts';
import type { Instant } from '../../domain/time.ts';
import { type LeadWithProfile, leadsWithProfiles } from '../../store/identity/leads-with-profiles.ts';
import { recordLog } from '../console/record-log.ts';
import { DirectoryNotMade, type DirectorySource } from '../identity/directory/directory-source.ts';
import type { ReadSystem } from '../lead-system.ts';
import { nameOfViewer } from './act-as-viewer.ts';

export interface DeskSystem extends ReadSystem {
  directory: DirectorySource;
}

const PAGE = 10;
const IN_HAND = ['sal', 'sql', 'opportunity'];

/**
 * A page of leads that wait for sales, the longest wait first, and those of the viewer by what is next: ten read units at
 * most. What the leads on the page say themselves counts, which may be newer than the list. The log says who saw those of
 * others.
 * @throws NotAllowed when a viewer who does not answer for sales asks for their own leads
 */
export async function readDesk(
  system: DeskSystem,
  viewer: Viewer,
  { list, after }: { list: DeskList; after?: string | undefined },
): Promise<Desk> {
  const { table, directory, playbook, now } = system;
  if (list === 'mine') assertMay(viewer, 'answer-for-sales');
  else await recordLog(system, { who: viewer.email }, { kind: 'leads-seen', detail: `handovers ${list}` });
  const known = await directory().catch(unlessNotMade);
  if (known === undefined) return { leads: [], total: 0, isNotMade: true };
  const rows = list === 'mine' ? [...myRows(known.rows.values(), viewer)] : known.rows.values();
  const filter = list === 'mine' ? {} : filterOf(list);
  const order = list === 'mine' ? deskKey : ('waiting' as const);
  const found = findRows(rows, filter, { order, limit: PAGE, after });
  const cards = await deskLeads({ table, playbook, now }, found.rows);
  const page = { leads: cards, total: found.total, ...(found.next && { next: found.next }) };
  return Array.isArray(rows) ? byStep(page, rows, found.rows) : page;
}

/** The hand-overs of a list: those that nobody took, or those of which sales was reminded. */
export function filterOf(list: 'open' | 'overdue'): DirectoryFilter {
  return { status: 'open', ...(list === 'overdue' && { isOverdue: true }) };
}

/** What is next about each of some leads, in the order of their rows. One read unit each. */
export async function deskLeads(
  { table, playbook, now }: ReadSystem,
  rows: readonly DirectoryRow[],
): Promise<(DeskLead & { email: string; phone?: string })[]> {
  const [leads, { agreement, fields, sales }] = await Promise.all([
    leadsWithProfiles(
      table,
      rows.map(({ id }) => id),
    ),
    playbook(),
  ]);
  const byId = new Map(leads.map((one) => [one.lead.id, one]));
  return rows.flatMap((row) => {
    const one = byId.get(row.id);
    const step = one && stepOf(one, agreement, now());
    if (one === undefined || step === undefined) return [];
    const { name, email, company, phone } = contactOf(one.profile, fields);
    const owner = row.owner === undefined ? undefined : personName(sales.team, row.owner);
    return [
      {
        ...{ id: row.id, name: name ?? email, score: row.score, since: instantOf(waitsSince(row)), ...step },
        ...{ email, ...(phone && { phone }) },
        ...(company && { company }),
        ...(owner && { owner }),
      },
    ];
  });
}

/** The leads in the order of their steps, as they are now, with how many there are of each. */
function byStep(page: Desk, all: readonly DirectoryRow[], shown: readonly DirectoryRow[]): Desk {
  const steps = countSteps(all);
  for (const row of shown) steps[stepOfRow(row)] -= 1;
  for (const { next } of page.leads) steps[next] += 1;
  const leads = STEPS.flatMap((step) => page.leads.filter(({ next }) => next === step));
  return { ...page, leads, total: page.total - shown.length + leads.length, steps };
}

/** The rows of what a viewer has in hand. */
export function* myRows(rows: Iterable<DirectoryRow>, viewer: Viewer): Generator<DirectoryRow> {
  const own = [nameOfViewer(viewer), viewer.name];
  for (const row of rows) {
    if (row.owner === undefined || !own.includes(row.owner)) continue;
    if (row.status === 'open' || IN_HAND.includes(row.stage)) yield row;
  }
}

/** What the lead itself says of it, which may be newer than the list; undefined when sales has it no more. */
function stepOf(
  { lead }: LeadWithProfile,
  agreement: Agreement,
  now: Instant,
): Pick<DeskLead, 'next' | 'until' | 'isLate'> | undefined {
  if (!isWithSales(lead)) return undefined;
  const { callBack } = lead.handover;
  if (callBack !== undefined) return { next: 'call', until: callBack.at, isLate: callBack.at <= now };
  switch (lead.stage) {
    case 'sal':
      return { next: 'qualify', isLate: false };
    case 'sql':
      return { next: 'prove', isLate: false };
    case 'opportunity':
    case 'customer':
      return { next: 'close', isLate: false };
    default: {
      const until = answerDeadline(lead.handover, agreement);
      return { next: 'take', until, isLate: until <= now };
    }
  }
}

function unlessNotMade(error: unknown): undefined {
  if (!(error instanceof DirectoryNotMade)) throw error;
}
