import type { Instant } from '../../time.ts';
import type { AnyEvent } from '../../tracking/event.ts';

/** Why mail to an address stopped, as sales has to know before it writes. */
export interface ClosedAddress {
  why: 'bounce' | 'complaint';
  at: Instant;
}

/** Whether mail to an address stopped and did not begin again, according to the history. */
export function closedAddressIn(events: readonly AnyEvent[]): ClosedAddress | undefined {
  const lastOf = (is: (event: AnyEvent) => boolean): Instant =>
    events.reduce((last, event) => (is(event) && event.at > last ? event.at : last), '');
  const welcomed = lastOf((event) => event.type === 'mail-consent' && event.to === 'granted');
  const delivered = lastOf(({ type }) => type === 'delivery');
  const complained = lastOf((event) => event.type === 'mail-consent' && event.how === 'complaint');
  const bounced = lastOf(
    (event) => event.type === 'mail-consent' && (event.how === 'hard-bounce' || event.how === 'soft-bounces'),
  );
  if (complained > welcomed) return { why: 'complaint', at: complained };
  return bounced > welcomed && bounced >= delivered ? { why: 'bounce', at: bounced } : undefined;
}
