import * as z from 'zod/mini';
import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import { browserName, isConfirmed } from '../../domain/identity/trust.ts';
import type { Instant } from '../../domain/time.ts';
import { DUE, dueKeys } from '../due.ts';
import { Entity } from '../entity.ts';
import { leadId, optional, schemaOf, text, visitorId } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';
import { getProfile } from './profiles.ts';

interface Link {
  lead: LeadId;
  visitor: VisitorId;
  at: Instant;
  /** When the lead is scored again, for events that were being written while the link was. */
  due?: Instant;
}

const holds = () =>
  schemaOf<Link>()(z.looseObject({ lead: leadId, visitor: visitorId, at: text, due: optional(text) }));
const largest = { bytes: 400, why: 'a browser picks an id of at most 64 characters' };

/** The lead that a browser belongs to. */
export const linkEntity = new Entity({
  kind: 'link of a visitor to a lead',
  key: 'V#{visitor} / LINK',
  holds,
  written: 'once',
  byDue: ({ visitor, due }) => (due === undefined ? undefined : dueKeys('timers', visitor, due, 'LINK')),
  lives: 'until the lead is erased',
  largest,
});

/** The same link, found by the lead. */
export const linkedVisitorEntity = new Entity({
  kind: 'visitor of a lead',
  key: 'L#{lead} / V#{visitor}',
  holds,
  written: 'freely',
  lives: 'until the lead is erased',
  largest,
});

/** The lead that a visitor is linked to. Strongly consistent: an event written after the link sees the link. */
export async function getLinkedLead(table: Table, visitor: VisitorId): Promise<LeadId | undefined> {
  return (await linkEntity.get(table, { visitor }))?.lead;
}

/** A visitor's link whose lead is still to be rescored; undefined when that was done, or the link was removed. */
export async function getNewLink(table: Table, visitor: VisitorId): Promise<Required<Link> | undefined> {
  const link = await linkEntity.get(table, { visitor });
  return link?.due === undefined ? undefined : { ...link, due: link.due };
}

/** Removes a link from the due index; does nothing when there is no link. */
export function clearLinkDue(table: Table, visitor: VisitorId): Promise<Written> {
  return linkEntity.update(table, { visitor }, { remove: DUE, onlyIf: 'attribute_exists(PK)' });
}

/**
 * Links a visitor to a lead for good: the histories of two people never mix. Repeat it after a crash between its two
 * writes.
 * @returns the lead the visitor is linked to: another one when that was first.
 */
export async function linkVisitor(
  table: Table,
  visitor: VisitorId,
  lead: LeadId,
  { at, due }: { at: Instant; due: Instant },
): Promise<LeadId> {
  const link = { lead, visitor, at };
  const written = await linkEntity.put(table, { visitor }, { ...link, due });
  const owner = written === 'written' ? lead : ((await getLinkedLead(table, visitor)) ?? lead);
  if (owner !== lead) return owner;
  await linkedVisitorEntity.put(table, { lead, visitor }, link);
  // An erasure between the two writes may have removed the first.
  if ((await getLinkedLead(table, visitor)) === undefined) await unlinkVisitor(table, visitor, lead);
  return lead;
}

/** Removes the link of a visitor to a lead that was erased. */
export async function unlinkVisitor(table: Table, visitor: VisitorId, lead: LeadId): Promise<void> {
  await linkedVisitorEntity.remove(table, { lead, visitor });
  await linkEntity.remove(table, { visitor });
}

/** More browsers than one person has. */
const MOST_READ = 50;
/** Who links more than these wants to be in the way: about a megabyte, read only then. */
const MOST_LINKED = 5_000;

/**
 * The browsers of a lead, at most fifty. Of more, those that a click in a mail showed to be the owner's come first, then
 * those that were linked first: anybody can link browsers by forms. Strongly consistent by default.
 */
export async function visitorsOf(
  table: Table,
  lead: LeadId,
  { isConsistent = true }: ReadOptions = {},
): Promise<VisitorId[]> {
  const links = await linkedVisitorEntity.query(table, { lead }, { isConsistent, limit: MOST_LINKED });
  const inOrder = links.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ visitor }) => visitor);
  if (inOrder.length <= MOST_READ) return inOrder;
  const profile = await getProfile(table, lead);
  const isOwners = (visitor: VisitorId) =>
    profile !== undefined && isConfirmed(profile, browserName(visitor));
  const { own = [], others = [] } = Object.groupBy(inOrder, (one) => (isOwners(one) ? 'own' : 'others'));
  return [...own, ...others].slice(0, MOST_READ);
}
