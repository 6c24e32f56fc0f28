import { waitsSince } from '../identity/directory/find.ts';
import { type Need, needOf } from '../identity/directory/need.ts';
import type { DirectoryRow } from '../identity/directory/row.ts';
import type { FailedJob } from '../jobs/failed-job.ts';
import type { HeldMail } from '../nurture/pace/held-mail.ts';
import type { Yesterday } from '../reports/usual.ts';
import { may, type Viewer } from './viewer.ts';
import type { WaitingLead } from './waiting-lead.ts';

export interface NeedList {
  need: Need;
  total: number;
  /** The first of them: those of the viewer, then whoever waits longest. */
  rows: DirectoryRow[];
}

export interface Today {
  /** Nobody is known yet: it says what to do first instead. */
  isNew: boolean;
  /** Undefined in the first minutes of a deployment, until the lists of leads are made. */
  lists: { need: Need; total: number; leads: WaitingLead[] }[] | undefined;
  yesterday: Yesterday;
  /** Absent for sales, who can do nothing about it. */
  mail?: HeldMail;
  failed: FailedJob[];
}

/** The order for those who call, and for those who have to see that somebody does. */
const ORDERS: Record<'sales' | 'others', readonly Need[]> = {
  sales: ['overdue', 'raised', 'untaken', 'back', 'stalled'],
  others: ['raised', 'back', 'overdue', 'untaken', 'stalled'],
};

/**
 * Whom somebody has to see to, in one list each: the first that says why.
 * @param most how many rows of all lists together are shown; each list shows at least one as long as there is room
 */
export function needLists(rows: Iterable<DirectoryRow>, viewer: Viewer, most: number): NeedList[] {
  const lists = new Map<Need, DirectoryRow[]>();
  const seesAll = may(viewer, 'see-all-leads');
  for (const row of rows) {
    if (!seesAll && row.handover === undefined) continue;
    const need = needOf(row);
    if (need === undefined) continue;
    const list = lists.get(need);
    if (list) list.push(row);
    else lists.set(need, [row]);
  }
  const order = ORDERS[viewer.role === 'sales' ? 'sales' : 'others'].filter((need) => lists.has(need));
  const each = Math.max(1, Math.floor(most / Math.max(1, order.length)));
  return order.map((need) => {
    const list = lists.get(need) ?? [];
    return { need, total: list.length, rows: list.sort(before(viewer)).slice(0, each) };
  });
}

export function isOwn({ owner }: DirectoryRow, { member, name }: Viewer): boolean {
  return owner !== undefined && (owner === member || owner === name);
}

function before(viewer: Viewer): (a: DirectoryRow, b: DirectoryRow) => number {
  const rank = (row: DirectoryRow) => (isOwn(row, viewer) ? 0 : 1);
  return (a, b) => rank(a) - rank(b) || waitsSince(a) - waitsSince(b) || (a.id < b.id ? -1 : 1);
}
