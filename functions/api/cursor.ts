import type { LeadId } from '../../shared/domain/identity/ids.ts';
import type { TimelinePlace } from '../../shared/store/tracking/timeline.ts';
import type { SearchPlace } from '../../shared/usecases/identity/search/find-people.ts';

/** The cursor for a place in a timeline, in the form that `eventsQuery` describes. */
export function timelineCursor({ key, action }: TimelinePlace): string {
  const [, at, ...id] = key.split('#');
  return `${at}~${action}~${Buffer.from(id.join('#')).toString('base64url')}`;
}

/** The place of a cursor that `eventsQuery` accepts. */
export function placeInTimeline(cursor: string): TimelinePlace {
  const [at, action, id = ''] = cursor.split('~');
  return { key: `E#${at}#${Buffer.from(id, 'base64url')}`, action: Number(action) };
}

/** The cursor for a place in a search, in the form that `listQuery` describes. */
export function searchCursor({ source, lead }: SearchPlace): string {
  return `${source}.${lead}`;
}

/** The place of such a cursor; undefined when it is one of a list without a search. */
export function placeInSearch(cursor: string): SearchPlace | undefined {
  const [source, lead] = cursor.split('.');
  return lead === undefined ? undefined : { source: source as SearchPlace['source'], lead: lead as LeadId };
}
