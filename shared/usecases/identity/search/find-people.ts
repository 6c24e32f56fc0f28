import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Profile } from '../../../domain/identity/profile.ts';
import {
  type HiddenPlace,
  type HideBeginnings,
  hiddenPlacesOf,
  placeOfAddress,
  placeOfDomain,
} from '../../../domain/identity/search/hidden-places.ts';
import { haveWords, type SearchText, wordsOfPerson } from '../../../domain/identity/search/search-text.ts';
import {
  isFirstMeeting,
  placesOf,
  placeToLook,
  type WordPlace,
} from '../../../domain/identity/search/word-places.ts';
import { getProfile } from '../../../store/identity/profiles.ts';
import {
  type Lookout,
  type MetRow,
  nameOfPlace,
  rowsOfHidden,
  rowsOfWord,
} from '../../../store/identity/search/search-rows.ts';
import type { Table } from '../../../store/table.ts';

/** The most people that one look finds: all rows that it reads are people. */
export const MOST_FOUND = 180;
/** People that a wide look finds at most, of whom somebody keeps few: some sixteen read units when there are so many. */
export const MOST_LOOKED_AT = 1_000;

/** Rows that one page looks at: some two read units of words, and half a one each of addresses and domains. */
const MOST_ROWS = { words: 120, address: 30, domain: 30 } as const;

type Source = keyof typeof MOST_ROWS;

/** Where a search goes on: after this person, among those found by its words, its address or its domain. */
export interface SearchPlace {
  source: Source;
  lead: LeadId;
}

export interface FoundPeople {
  /** By word in alphabetical order, then by address. */
  ids: LeadId[];
  /** Where the next page begins; undefined on the last page. */
  next?: SearchPlace;
}

const SOURCES = ['words', 'address', 'domain'] as const;

/** Rows that a look reads of a source: some are the same person again. One large query costs less than many small ones. */
const rowsIn = (source: Source, limit: number) => (limit > MOST_FOUND ? limit * 1.2 : MOST_ROWS[source]);

/**
 * The people that a search finds, a page at a time; at most three read units, however many there are, and one for each
 * sixty people when `limit` is more than `MOST_FOUND`. A page may be shorter than `limit` and yet have a next one. Check
 * each with `isFoundBy` once its profile was read: an address is only found by its hash, and a row may be a moment older
 * than the profile.
 */
export async function findPeople(
  system: { table: Table; hideBeginnings: HideBeginnings },
  search: SearchText,
  { limit, after }: { limit: number; after?: SearchPlace },
): Promise<FoundPeople> {
  const ids = new Set<LeadId>();
  const begun = after && (await getProfile(system.table, after.lead, { isConsistent: false }));
  const lookouts = lookoutsOf(system, search);
  for (const source of SOURCES.slice(after ? SOURCES.indexOf(after.source) : 0)) {
    const lookout = lookouts[source];
    if (lookout === undefined) continue;
    const at = source === after?.source && begun ? lookout.placeOf(begun) : undefined;
    const where = {
      ...{ beginning: lookout.beginning, limit: rowsIn(source, limit) },
      ...(at !== undefined && begun && { after: { at, lead: begun.id } }),
    };
    const { rows, hasMore } = await lookout.read(where);
    const isMoreToRead = hasMore || SOURCES.slice(SOURCES.indexOf(source) + 1).some((next) => lookouts[next]);
    for (const [n, row] of rows.entries()) {
      if (lookout.isMeant(row)) ids.add(row.lead);
      const isEnd = n === rows.length - 1 && !isMoreToRead;
      if (ids.size === limit && !isEnd) return { ids: [...ids], next: { source, lead: row.lead } };
    }
    const last = rows.at(-1);
    if (hasMore && last) return { ids: [...ids], next: { source, lead: last.lead } };
  }
  return { ids: [...ids] };
}

/** How a source is read. */
interface Reading {
  beginning: string;
  read: (where: Lookout) => Promise<{ rows: MetRow[]; hasMore: boolean }>;
  /** Whether a row is somebody who is looked for, and was not met before. */
  isMeant: (row: MetRow) => boolean;
  /** Where this source has a person; undefined when it is not there any more. */
  placeOf: (profile: Profile) => string | undefined;
}

type Readings = Partial<Record<Source, Reading>>;

function lookoutsOf(
  { table, hideBeginnings: hide }: { table: Table; hideBeginnings: HideBeginnings },
  { words, address, domain }: SearchText,
): Readings {
  const isByWord = words.length > 0 && !(address?.includes('@') || (domain && !address));
  const begins = address === undefined ? undefined : nameOfPlace(placeOfAddress(address, hide));
  const hidden = (place: HiddenPlace): Reading => ({
    beginning: place.rest,
    read: (where) => rowsOfHidden(table, place.start, where),
    isMeant: (row) =>
      isByWord !== haveWords(row.words, words) && !(begins !== undefined && row.address?.startsWith(begins)),
    placeOf: ({ email }) =>
      hiddenPlacesOf(email, hide).find(
        ({ start, rest }) => start === place.start && rest.startsWith(place.rest),
      )?.rest,
  });
  return {
    ...(isByWord && { words: byWord(table, placeToLook(words), words) }),
    ...(address !== undefined && { address: hidden(placeOfAddress(address, hide)) }),
    ...(domain !== undefined && { domain: hidden(placeOfDomain(domain, hide)) }),
  };
}

function byWord(table: Table, place: WordPlace, typed: readonly string[]): Reading {
  return {
    beginning: place.word,
    read: (where) => rowsOfWord(table, place.letters, where),
    isMeant: ({ at, words }) => isFirstMeeting(place, at, words, typed),
    placeOf: (profile) =>
      placesOf(wordsOfPerson(profile))
        .filter(({ letters, word }) => letters === place.letters && word.startsWith(place.word))
        .map(({ word }) => word)
        .sort()[0],
  };
}
