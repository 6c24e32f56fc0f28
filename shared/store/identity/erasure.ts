import type { Receipt } from '../../contract/api.ts';
import { table as contract } from '../../contract/table.ts';
import { domainOf } from '../../domain/identity/email.ts';
import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { removeAll } from '../batch.ts';
import { DUE, type Due, dueKeys } from '../due.ts';
import { ownerOfLead } from '../handover/company-owners.ts';
import type { ItemKey } from '../key-pattern.ts';
import { leadKey, visitorKey } from '../keys.ts';
import { mailEntity, mailOfLeadEntity } from '../nurture/mails.ts';
import { type FoundItem, queryPage } from '../query.ts';
import { queryPages } from '../query-all.ts';
import type { Table, Written } from '../table.ts';
import { putErasedBrowser } from './erased-browsers.ts';
import { ERASE, leadEntity } from './lead-entity.ts';
import { getLinkedLead, linkedVisitorEntity } from './links.ts';
import { getProfile } from './profiles.ts';
import { foundByEntity, removeSearchRows } from './search/found-by.ts';

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

/** Not everything can be removed while somebody waits. */
export class TooMuch extends Error {}

/**
 * Removes all that is older than an erasure that has not ended: what the lead's browsers did, then its own items except
 * `LEAD`, then its mails, so that whoever got one can ask again until then. Repeat it after a crash.
 * @param most how many items of the lead, and of its browsers, somebody waits for
 * @returns what was removed, and whether the person came back by a form since
 * @throws TooMuch, also when somebody may still write a row by which the lead is found
 */
export async function removeErased(
  table: Table,
  lead: ErasedLead,
  now: Instant,
  most = Number.POSITIVE_INFINITY,
): Promise<{ removed: Receipt['removed']; isBack: boolean }> {
  const { old, isBack, isWhole } = await oldItems(table, lead, most);
  if (!isWhole) throw new TooMuch();
  const browsers = await browsersIn(table, lead.id, old);
  const visits = await removeVisits(table, lead, browsers, most);
  await removeAll(table, await companyOf(table, lead.id));
  const isBeingFound = await removeSearchRows(table, lead.id, now);
  const mailIn = (item: FoundItem) => mailOfLeadEntity.match(item)?.mail;
  const leaves = (item: FoundItem) => !(isBeingFound && foundByEntity.match(item));
  const { list = [], own = [] } = Object.groupBy(old.filter(leaves), (item) =>
    mailIn(item) ? 'list' : 'own',
  );
  const mails = list.map((item) => mailEntity.keyOf({ mail: mailIn(item) ?? '' }));
  // What leads to other items goes after them.
  for (const items of [own, mails, list]) await removeAll(table, items);
  // Reports about a mail were taken in until it was gone.
  await removeAll(table, (await oldItems(table, lead, most)).old.filter(leaves));
  if (isBeingFound) throw new TooMuch();
  const events = visits.events + own.filter(isEvent).length;
  const others = visits.all + old.length - events;
  return { removed: { events, visitors: browsers.length, others }, isBack };
}

const isEvent = ({ SK, type }: FoundItem) => SK.startsWith('E#') && type !== 'receipt';

/** What is kept about the company of a lead for its sake. Its profile tells which that is, so this goes first. */
async function companyOf(table: Table, lead: LeadId): Promise<ItemKey[]> {
  const email = (await getProfile(table, lead))?.email;
  return email === undefined ? [] : ownerOfLead(table, lead, domainOf(email));
}

/** Removes what browsers did, a page at a time. What comes out of the late queue from then on is dropped. */
async function removeVisits(table: Table, lead: ErasedLead, browsers: readonly VisitorId[], most: number) {
  const removed = { all: 0, events: 0 };
  for (const visitor of browsers) {
    await putErasedBrowser(table, visitor, lead.erasedAt);
    for await (const page of queryPages(table, { partition: visitorKey(visitor) }, TELLING)) {
      const old = page.filter((item) => item.SK === 'LINK' || !isSince(lead, item));
      await removeAll(table, old);
      removed.all += old.length;
      removed.events += old.filter(isEvent).length;
      if (removed.all >= most) throw new TooMuch();
    }
  }
  return removed;
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
  if (isUnfinished(lead)) return;
  if (isErased(lead)) await removeSearchRows(table, lead.id, lead.erasedAt);
  await removeAll(table, (await oldItems(table, lead, LEFT_OVER)).old);
}

/** More than can be written while a lead is erased; the oldest events are found first. */
const LEFT_OVER = 2_000;

/** What tells whether an item is old. */
const TELLING = {
  only: ['PK', 'SK', 'receivedAt', 'at', 'createdAt', 'type', 'spam', 'visitor'],
  isConsistent: true,
};

const isUnfinished = (lead: ErasedLead | Lead) => isErased(lead) && lead.due !== undefined;

/**
 * The items of a lead from before its erasure, and whether it is back, or comes back by a form. Reads no further once it
 * has as many items as it may.
 */
async function oldItems(table: Table, lead: ErasedLead | ReactivatedLead, most: number) {
  const items: FoundItem[] = [];
  for await (const page of queryPages(table, { partition: leadKey(lead.id) }, TELLING)) {
    items.push(...page);
    if (items.length >= most) break;
  }
  const isWhole = items.length < most;
  const isForm = ({ type, spam }: FoundItem) => type === 'import' || (type === 'form' && spam === undefined);
  const isBack = !isErased(lead) || items.some((item) => isForm(item) && isSince(lead, item));
  const perhapsOld = isErased(lead) ? /^([AEK]#|PROFILE|FOUND)/ : /^[AEK]#/;
  const old = items.filter((item) => {
    if (item.SK === 'LEAD') return false;
    // `putSubmission` writes its K# item before its event, so spare a recent K#.
    if (isSince(lead, item) && (isBack ? /^[EK]#/ : /^K#/).test(item.SK)) return false;
    return !isBack || isUnfinished(lead) || (perhapsOld.test(item.SK) && !isSince(lead, item));
  });
  return { old, isBack, isWhole };
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
