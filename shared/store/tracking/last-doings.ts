import type { Profile } from '../../domain/identity/profile.ts';
import { browserName, isConfirmed } from '../../domain/identity/trust.ts';
import type { AnyEvent } from '../../domain/tracking/event.ts';
import { isOwnDoing } from '../../domain/tracking/own-doing.ts';
import { linkedVisitorEntity } from '../identity/links.ts';
import { type KeyRange, queryPage } from '../query.ts';
import type { Table } from '../table.ts';
import { leadEventEntity, visitorEventEntity } from './events.ts';
import { readable } from './history.ts';

/** Newest events that are read of each: mails that came, and robots, lie between what somebody did. */
const MOST_READ = { own: 10, ofBrowser: 6 } as const;
const BROWSERS = 3;
const LINKS = 20;

/**
 * What a person did last, newest first, of its mails and forms and in its browsers: of more than three, those that a click
 * in a mail confirmed, then those that were linked last. Half a read unit for the browsers, for itself, and for each
 * browser, however long the history is. Eventually consistent.
 */
export async function lastDoings(table: Table, profile: Profile, most: number): Promise<AnyEvent[]> {
  const { id: lead } = profile;
  const newest = (range: KeyRange, limit: number) => queryPage(table, range, { limit, isDescending: true });
  const [own, links] = await Promise.all([
    newest(leadEventEntity.range({ lead }), MOST_READ.own),
    linkedVisitorEntity.query(table, { lead }, { isConsistent: false, limit: LINKS }),
  ]);
  const inOrder = links
    .map(({ visitor, at }) => ({
      visitor,
      key: `${isConfirmed(profile, browserName(visitor)) ? 1 : 0}${at}`,
    }))
    .sort((a, b) => (a.key > b.key ? -1 : 1));
  const visits = await Promise.all(
    inOrder
      .slice(0, BROWSERS)
      .map(({ visitor }) => newest(visitorEventEntity.range({ visitor }), MOST_READ.ofBrowser)),
  );
  const events: AnyEvent[] = [
    ...own.flatMap((item) => readable(leadEventEntity, item)),
    ...visits.flat().flatMap((item) => readable(visitorEventEntity, item)),
  ];
  return events
    .filter(isOwnDoing)
    .sort((a, b) => (a.at + a.id > b.at + b.id ? -1 : 1))
    .slice(0, most);
}
