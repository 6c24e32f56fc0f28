import * as z from 'zod/mini';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { HiddenPlace } from '../../../domain/identity/search/hidden-places.ts';
import { placesOf } from '../../../domain/identity/search/word-places.ts';
import { putAll, removeAll } from '../../batch.ts';
import { Entity } from '../../entity.ts';
import type { ItemKey } from '../../key-pattern.ts';
import { text } from '../../schema.ts';
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
  holds: words,
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
  const hidden = next.hidden.map((place) => hiddenRowEntity.itemOf({ ...place, lead }, value));
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

const nameOf = ({ PK, SK }: ItemKey) => `${PK} ${SK}`;
