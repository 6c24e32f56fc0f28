import { clean } from '../clean-text.ts';
import type { VisitorId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import type { BotSign, VisitorEvent } from './event.ts';
import { type Happened, happenedAt } from './happened-at.ts';
import type { Mistake } from './mistake.ts';
import { parsePageUrl } from './page-url.ts';
import { readProps } from './props.ts';
import { MOST_STAY } from './stay.ts';

/** An event as a browser gave it, with its decorations as they came. */
export interface GivenEvent {
  id: string;
  type: 'page' | 'stay' | 'track';
  seconds?: number | null | undefined;
  name?: string | null | undefined;
  url?: string | null | undefined;
  at?: string | null | undefined;
  title?: unknown;
  referrer?: unknown;
  props?: unknown;
}

/** An event with `claimed` if its `at` is only the time of receipt, which is another when it is sent again. */
export interface ReceivedEvent extends Pick<Happened, 'claimed'> {
  event: VisitorEvent;
}

interface Receipt {
  visitor: VisitorId;
  now: Instant;
  bot: BotSign | undefined;
  /** Where the event was given, such as `events[2]`. */
  field: string;
  /** Gets a line for everything that was left out. */
  leftOut: Mistake[];
}

/** The event that a browser gave, with its texts cleaned. What cannot be kept is left out; so is a referrer that is no URL. */
export function visitorEvent(given: GivenEvent, receipt: Receipt): ReceivedEvent {
  const { visitor, now, bot, field, leftOut } = receipt;
  const text = (of: 'title' | 'referrer') => {
    const value = given[of] ?? '';
    if (typeof value === 'string') return value;
    leftOut.push({ field: `${field}.${of}`, reason: 'Give a text' });
    return '';
  };
  const name = clean(given.name ?? '', 200);
  const title = clean(text('title'), 300);
  const referrer = parsePageUrl(text('referrer'))?.url;
  const props = readProps(given.props, `${field}.props`, leftOut);
  const { at, ...claim } = happenedAt(given.at ?? undefined, now);
  const { viaMail, ...page } = parsePageUrl(given.url ?? '') ?? {};
  const common = {
    id: given.id,
    at,
    receivedAt: now,
    visitor,
    ...page,
    ...(title && { title }),
    ...(referrer && { referrer }),
    ...(props && { props }),
    ...(bot && { bot }),
  };
  return { event: eventOf(given, common, { name, viaMail }), ...claim };
}

type Common = Pick<VisitorEvent, 'id' | 'at' | 'receivedAt' | 'visitor'>;

function eventOf(
  { type, seconds }: GivenEvent,
  common: Common,
  { name, viaMail }: { name: string; viaMail: string | undefined },
): VisitorEvent {
  switch (type) {
    case 'page':
      return { type, ...common, ...(name && { name }), ...(viaMail && { viaMail }) };
    case 'stay':
      return { type, ...common, seconds: Math.min(Math.floor(seconds ?? 0), MOST_STAY) };
    case 'track':
      return { type, ...common, name };
  }
}
