import { clean } from '../clean-text.ts';
import type { VisitorId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import type { BotSign, VisitorEvent } from './event.ts';
import { type Happened, happenedAt } from './happened-at.ts';
import type { Mistake } from './mistake.ts';
import { parsePageUrl } from './page-url.ts';
import { readProps } from './props.ts';

/** An event as a browser gave it, with its decorations as they came. */
export interface GivenEvent {
  id: string;
  type: 'page' | 'track';
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
  const event: VisitorEvent =
    given.type === 'page'
      ? { type: 'page', ...common, ...(name && { name }), ...(viaMail && { viaMail }) }
      : { type: 'track', ...common, name };
  return { event, ...claim };
}
