import type { AnyEvent } from './event.ts';

type Consent = Extract<AnyEvent, { type: 'mail-consent' }>;

const BY_THEMSELVES: readonly Consent['how'][] = [
  'confirmation',
  'unsubscribe-page',
  'one-click',
  'preferences',
];

/** Whether an event is something that a person did: no robot and no spam, and nothing that others did or told. */
export function isOwnDoing(event: AnyEvent): boolean {
  switch (event.type) {
    case 'page':
    case 'track':
      return event.bot === undefined;
    case 'form':
      return event.spam === undefined;
    case 'open':
    case 'click':
      return true;
    case 'mail-consent':
      return BY_THEMSELVES.includes(event.how);
    default:
      return false;
  }
}
