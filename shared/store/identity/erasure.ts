import type { Receipt } from '../../contract/api.ts';
import { table as contract } from '../../contract/table.ts';
import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { removeAll } from '../batch.ts';
import { DUE, type Due, dueKeys } from '../due.ts';
import { leadKey, visitorKey } from '../keys.ts';
import { mailEntity, mailOfLeadEntity } from '../nurture/mails.ts';
import { type FoundItem, queryAll, queryPage } from '../query.ts';
import type { Table, Written } from '../table.ts';
import { ERASE, leadEntity } from './lead-entity.ts';
import { getLinkedLead, linkedVisitorEntity } from './links.ts';

/** A lead that was erased and came back by its own action. */
export type ReactivatedLead = Lead & { erasedAt: Instant };

/** Whether what is due is an erasure that has not ended. */
export function isErasure({ SK, place }: Due): boolean {
  return SK === 'LEAD' && place.endsWith(`#${ERASE}`);
}

/**
 * Moves an erasure that has not ended to a later moment, or only makes whoever removes things look again. If it was given
 * up, it is tried again.
 */
export function extendErasure(table: Table, { id, version, erasedAt }: ErasedLead): Promise<Written> {
  const { partitionKey, sortKey } = contract.indexes.byDue;
  const { [partitionKey]: partition } = dueKeys('timers', id, erasedAt, ERASE);
  const set = `version = :next, erasedAt = :at, ${partitionKey} = :partition`;
  const onlyIf = `version = :version AND attribute_exists(${sortKey})`;
  const values = { ':version': version, ':next': version + 1, ':at': erasedAt, ':partition': partition };
  return leadEntity.update(table, { lead: id }, { set, onlyIf, values, isRepeatable: true });
}

/** Ends an erasure, unless it was extended. */
export function endErasure(table: Table, { id, version }: ErasedLead): Promise<Written> {
  const onlyIf = { onlyIf: 'version = :version', values: { ':version': version } };
  return leadEntity.update(table, { lead: id }, { remove: DUE, ...onlyIf, isRepeatable: true });
}

/**
 * Removes all that is older than an erasure that has not ended: what the lead's browsers did, then its own items except
 * `LEAD`, then its mails, so that whoever got one can ask again until then. Repeat it after a crash.
 * @returns what was removed, and whether the person came back by a form since
 */
export async function removeErased(
  table: Table,
  lead: ErasedLead,
): Promise<{ removed: Receipt['removed']; isBack: boolean }> {
  const { old, isBack } = await oldItems(table, lead);
  const browsers = await browsersIn(table, lead.id, old);
  const theirs = await Promise.all(browsers.map((visitor) => itemsOf(table, visitorKey(visitor))));
  const visits = theirs.flat().filter((item) => item.SK === 'LINK' || !isSince(lead, item));
  const mailIn = (item: FoundItem) => mailOfLeadEntity.match(item)?.mail;
  const { list = [], own = [] } = Object.groupBy(old, (item) => (mailIn(item) ? 'list' : 'own'));
  const mails = list.map((item) => mailEntity.keyOf({ mail: mailIn(item) ?? '' }));
  // What leads to other items goes after them.
  for (const items of [visits, own, mails, list]) await removeAll(table, items);
  // Reports about a mail were taken in until it was gone.
  await removeAll(table, (await oldItems(table, lead)).old);
  const events = [...visits, ...own].filter(
    ({ SK, type }) => SK.startsWith('E#') && type !== 'receipt',
  ).length;
  const others = visits.length + old.length - events;
  return { removed: { events, visitors: browsers.length, others }, isBack };
}

/** The browsers linked to the lead, and those that sent its forms and are about to be linked. */
async function browsersIn(table: Table, lead: LeadId, items: FoundItem[]): Promise<VisitorId[]> {
  const browsers = new Set(items.flatMap((item) => linkedVisitorEntity.match(item)?.visitor ?? []));
  for (const { type, visitor } of items) {
    if (type !== 'form' || visitor === undefined || browsers.has(visitor)) continue;
    const owner = await getLinkedLead(table, visitor);
    if (owner === undefined || owner === lead) browsers.add(visitor);
  }
  return [...browsers];
}

/**
 * Removes items from before the erasure that were written after it: events from the late queue, and writes that
 * were in progress. Events from after the erasure stay. While the erasure has not ended, that is left to it.
 */
export async function removeLeftovers(table: Table, lead: ErasedLead | ReactivatedLead): Promise<void> {
  if (!isUnfinished(lead)) await removeAll(table, (await oldItems(table, lead)).old);
}

const isUnfinished = (lead: ErasedLead | Lead) => isErased(lead) && lead.due !== undefined;

/** The items of a lead from before its erasure, and whether it is back, or comes back by a form. */
async function oldItems(table: Table, lead: ErasedLead | ReactivatedLead) {
  const items = await itemsOf(table, leadKey(lead.id));
  const isForm = ({ type, spam }: FoundItem) => type === 'import' || (type === 'form' && spam === undefined);
  const isBack = !isErased(lead) || items.some((item) => isForm(item) && isSince(lead, item));
  const perhapsOld = isErased(lead) ? /^([AEK]#|PROFILE)/ : /^[AEK]#/;
  const old = items.filter((item) => {
    if (item.SK === 'LEAD') return false;
    // `putSubmission` writes its K# item before its event, so spare a recent K#.
    if (isSince(lead, item) && (isBack ? /^[EK]#/ : /^K#/).test(item.SK)) return false;
    return !isBack || isUnfinished(lead) || (perhapsOld.test(item.SK) && !isSince(lead, item));
  });
  return { old, isBack };
}

/** Whether an item was written since the erasure, or its event happened since. */
function isSince(
  { erasedAt = '' }: ErasedLead | Lead,
  { receivedAt, at, createdAt = '' }: FoundItem,
): boolean {
  return (receivedAt ?? at ?? createdAt) > erasedAt;
}

/** Whether the table has any item of a lead besides `LEAD`. */
export async function hasItems(table: Table, lead: LeadId): Promise<boolean> {
  const items = await queryPage(table, { partition: leadKey(lead) }, { isConsistent: true, limit: 2 });
  return items.some(({ SK }) => SK !== 'LEAD');
}

/** The keys in a partition, and what tells whether its items are old. */
function itemsOf(table: Table, partition: string): Promise<FoundItem[]> {
  const only = ['PK', 'SK', 'receivedAt', 'at', 'createdAt', 'type', 'spam', 'visitor'];
  return queryAll(table, { partition }, { only, isConsistent: true });
}
