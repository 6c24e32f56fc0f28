import * as z from 'zod/mini';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { HiddenPlace } from '../../../domain/identity/search/hidden-places.ts';
import { placesOf } from '../../../domain/identity/search/word-places.ts';
import { putAll, removeAll } from '../../batch.ts';
import { Entity } from '../../entity.ts';
import type { ItemKey } from '../../key-pattern.ts';
import { queryPart } from '../../query.ts';
import { optional, text } from '../../schema.ts';
import type { Table } from '../../table.ts';

/** All words of a person, in alphabetical order, with a space between two. */
const words = () => z.object({ words: text });

const largest = { bytes: 1_500, why: 'eight words of at most 20 letters; an address has at most 254' };

/** A person under a word of its name or company, or under two of them. */
export const wordRowEntity = new Entity({
  kind: 'word of a lead',
  key: 'F#{letters} / {word}#{lead}',
  holds: words,
  written: 'freely',
  lives: 'until the profile has it no more, or the lead is erased',
  largest,
});

/** A person under a hidden address or domain. */
export const hiddenRowEntity = new Entity({
  kind: 'hidden address of a lead',
  key: 'H#{start} / {rest}#{lead}',
  /** A domain tells where the address is, so that nobody is met under both. */
  holds: () => z.object({ words: text, address: optional(text) }),
  written: 'freely',
  lives: 'until the lead is erased',
  largest,
});

/** By what a person is found. */
export interface FoundBy {
  /** In alphabetical order. */
  words: string[];
  hidden: HiddenPlace[];
}

/** Writes all rows of a person, and removes those under others. A row of fewer words is one of more words too. */
export async function replaceRows(table: Table, lead: LeadId, others: FoundBy, next: FoundBy): Promise<void> {
  const value = { words: next.words.join(' ') };
  const words = placesOf(next.words).map((place) => wordRowEntity.itemOf({ ...place, lead }, value));
  const [address, ...domains] = next.hidden.map((place) => ({ ...place, lead }));
  const hidden = [
    ...(address ? [hiddenRowEntity.itemOf(address, value)] : []),
    ...domains.map((key) => hiddenRowEntity.itemOf(key, { ...value, address: nameOfPlace(address) })),
  ];
  await putAll(table, [...words, ...hidden]);
  const own = new Set(rowKeysOf(lead, next).map(nameOf));
  await removeAll(
    table,
    rowKeysOf(lead, others).filter((key) => !own.has(nameOf(key))),
  );
}

/** Removes all rows of a person under these. */
export function removeRows(table: Table, lead: LeadId, all: FoundBy): Promise<void> {
  return removeAll(table, rowKeysOf(lead, all));
}

function rowKeysOf(lead: LeadId, { words, hidden }: FoundBy): ItemKey[] {
  return [
    ...placesOf(words).map((place) => wordRowEntity.keyOf({ ...place, lead })),
    ...hidden.map((place) => hiddenRowEntity.keyOf({ ...place, lead })),
  ];
}

/** A hidden place as a row tells it: what begins alike has a name that begins alike. */
export const nameOfPlace = (place: HiddenPlace | undefined): string =>
  place === undefined ? '' : `${place.start}#${place.rest}`;

const nameOf = ({ PK, SK }: ItemKey) => `${PK} ${SK}`;

/** A row that was met, and the lead's words. */
export interface MetRow {
  lead: LeadId;
  /** The end of its key: the word under which it was met, or signs. */
  at: string;
  words: string[];
  /** Of a domain: where the address is, as `nameOfPlace` names it. */
  address?: string | undefined;
}

/** Where a search looks: from a beginning on, after the row that was met last. */
export interface Lookout {
  beginning: string;
  after?: { at: string; lead: LeadId };
  limit: number;
}

/** The people under a word that begins so, in alphabetical order, and whether there are more. */
export function rowsOfWord(table: Table, letters: string, where: Lookout): Promise<Page> {
  return pageOf(table, wordRowEntity.keyOf({ letters, word: '', lead: '' as LeadId }).PK, where);
}

/** The people whose hidden address begins so, and whether there are more. */
export function rowsOfHidden(table: Table, start: string, where: Lookout): Promise<Page> {
  return pageOf(table, hiddenRowEntity.keyOf({ start, rest: '', lead: '' as LeadId }).PK, where);
}

interface Page {
  rows: MetRow[];
  hasMore: boolean;
}

async function pageOf(table: Table, partition: string, { beginning, after, limit }: Lookout): Promise<Page> {
  const start = after && { PK: { S: partition }, SK: { S: `${after.at}#${after.lead}` } };
  const range = { partition, beginsWith: beginning };
  const { items, next } = await queryPart(table, range, { limit }, start);
  const rows = items.map((item) => {
    const [at = '', lead = ''] = item.SK.split('#');
    const { words, address } = hiddenRowEntity.read(item); // Both kinds hold words.
    return { lead: lead as LeadId, at, words: words === '' ? [] : words.split(' '), address };
  });
  return { rows, hasMore: next !== undefined };
}
