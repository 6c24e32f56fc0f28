import { isDeepStrictEqual } from 'node:util';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { isErased } from '../../../domain/identity/lead.ts';
import type { Profile } from '../../../domain/identity/profile.ts';
import { type HideBeginnings, hiddenPlacesOf } from '../../../domain/identity/search/hidden-places.ts';
import { wordsOfPerson } from '../../../domain/identity/search/search-text.ts';
import type { Instant } from '../../../domain/time.ts';
import { getLead } from '../../../store/identity/leads.ts';
import { getProfile } from '../../../store/identity/profiles.ts';
import {
  dropFoundBy,
  type FoundByList,
  getFoundBy,
  isBeingWritten,
  NOTHING,
  putFoundBy,
  together,
} from '../../../store/identity/search/found-by.ts';
import { type FoundBy, removeRows, replaceRows } from '../../../store/identity/search/search-rows.ts';
import type { Table } from '../../../store/table.ts';
import { untilWritten } from '../../../store/until-written.ts';

export interface FindableSystem {
  table: Table;
  now: () => Instant;
  hideBeginnings: HideBeginnings;
}

/** Nobody's name changes that often within a minute: who plays is found by what it said before. */
const MOST_WORDS_AT_ONCE = 100;

/** What one process did to the rows of a lead. */
interface Attempt {
  result: 'written' | 'conflict';
  /** Under what it may have written rows. */
  wrote: FoundBy;
}

/**
 * Brings the rows by which a lead is found up to date with its profile. Repeating it changes nothing; if it dies, do it
 * again. One read unit when nothing changes.
 * @param profile as it was read or written just now
 */
export async function keepFindable(system: FindableSystem, profile: Profile): Promise<void> {
  const { id } = profile;
  let wrote = NOTHING;
  await untilWritten(async (before) => {
    const current = before === 0 ? profile : await getProfile(system.table, id);
    const attempt = await keepOnce(system, id, current, wrote);
    wrote = together(wrote, attempt.wrote);
    return attempt.result;
  });
}

/**
 * The list of rows is written first, and then the lead and its profile are read again: who erases the lead or changes
 * the profile from then on sees that list.
 * @param wrote under what this process may have written rows before
 */
async function keepOnce(
  system: FindableSystem,
  id: LeadId,
  profile: Profile | undefined,
  wrote: FoundBy,
): Promise<Attempt> {
  const { table, now, hideBeginnings } = system;
  const list = await getFoundBy(table, id);
  const isShared = list !== undefined && isBeingWritten(list, now());
  if (profile === undefined) return forget(system, id, wrote, { list, isShared });
  const rowsFor = (one: Profile): FoundBy => ({
    words: wordsOfPerson(one),
    hidden: hiddenPlacesOf(one.email, hideBeginnings),
  });
  const next = rowsFor(profile);
  if (wrote.hidden.length === 0 && isSettled(list, next)) return { result: 'written', wrote };
  const others = together(wrote, together(list ?? NOTHING, list?.open ?? NOTHING));
  if (others.words.length > MOST_WORDS_AT_ONCE) return { result: 'written', wrote };
  const version = (list?.version ?? 0) + 1;
  const begun = { ...next, version, open: { ...others, at: now() } };
  if ((await putFoundBy(table, id, begun)) === 'conflict') return { result: 'conflict', wrote };

  const [lead, stored] = await Promise.all([getLead(table, id), getProfile(table, id)]);
  if (lead === undefined || isErased(lead) || stored === undefined) {
    return forget(system, id, wrote, { list: begun, isShared });
  }
  if (!isDeepStrictEqual(rowsFor(stored), next)) return { result: 'conflict', wrote };
  await replaceRows(table, id, others, next);
  // Who is still writing may put back a row that was removed here: it stays listed.
  if (isShared) return { result: 'written', wrote: next };
  return { result: await putFoundBy(table, id, { ...next, version: version + 1 }), wrote: next };
}

/**
 * Removes the rows of a lead that is being erased, and then the list, unless another process may still write what it
 * lists: that one or the erasure removes it.
 * @param list as it is now, and whether another process may be writing
 */
async function forget(
  { table }: FindableSystem,
  id: LeadId,
  wrote: FoundBy,
  { list, isShared }: { list: FoundByList | undefined; isShared: boolean },
): Promise<Attempt> {
  await removeRows(table, id, together(wrote, together(list ?? NOTHING, list?.open ?? NOTHING)));
  const stays = list === undefined || isShared;
  return { result: stays ? 'written' : await dropFoundBy(table, id, list), wrote };
}

function isSettled(list: FoundByList | undefined, { words, hidden }: FoundBy): boolean {
  if (list === undefined || list.open !== undefined) return false;
  return isDeepStrictEqual([list.words, list.hidden], [words, hidden]);
}
