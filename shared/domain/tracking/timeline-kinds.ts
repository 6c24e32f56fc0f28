import type { SalesAction } from '../handover/actions/action.ts';
import type { Instant } from '../time.ts';
import type { AnyEvent } from './event.ts';

/** An action of sales, as an event among the others. */
export type SalesEvent = Omit<SalesAction, 'key'> & { id: string; type: 'sales'; receivedAt: Instant };

export type TimelineEvent = AnyEvent | SalesEvent;

/** The kinds of entries in a timeline that a reader may choose from. */
export const TIMELINE_KINDS = ['visits', 'mails', 'forms', 'sales'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** The kind of an entry. */
export function timelineKindOf(type: AnyEvent['type'] | 'sales'): TimelineKind {
  switch (type) {
    case 'page':
    case 'stay':
    case 'track':
      return 'visits';
    case 'form':
    case 'import':
      return 'forms';
    case 'sales':
      return 'sales';
    case 'open':
    case 'click':
    case 'mail-consent':
    case 'delivery':
    case 'bounce':
    case 'complaint':
    case 'reject':
      return 'mails';
  }
}
