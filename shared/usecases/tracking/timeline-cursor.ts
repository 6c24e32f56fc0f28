import type { TimelinePlace } from '../../store/tracking/timeline.ts';

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
