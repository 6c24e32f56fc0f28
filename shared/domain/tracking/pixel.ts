import { ID_PATTERN, isVisitorId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import type { BotSign, PageView } from './event.ts';
import { parsePageUrl } from './page-url.ts';
import { type ReceivedEvent, visitorEvent } from './visitor-event.ts';

/** The query of a pixel: visitor, URL, referrer, title and id of the page view. */
export type PixelQuery = Readonly<Partial<Record<'v' | 'u' | 'r' | 't' | 'id', string>>>;

/**
 * The page view in a pixel's query; undefined without a visitor. Missing or wrong values are left out: an image
 * cannot return an error. Anybody can make its address with any visitor, so it never tells that a mail led to the page.
 * @param embeddedIn the page that shows the image according to the browser, for a pixel without a URL
 */
export function parsePixel(
  query: PixelQuery,
  embeddedIn: string | undefined,
  now: Instant,
  newId: () => string,
  bot: BotSign | undefined,
): ReceivedEvent | undefined {
  const { v, u, r, t, id } = unescaped(query);
  if (v === undefined || !isVisitorId(v)) return undefined;
  const isOwn = id !== undefined && ID_PATTERN.test(id);
  const url = parsePageUrl(u ?? '') === undefined ? embeddedIn : u;
  const given = { type: 'page', id: isOwn ? id : newId(), url, referrer: r, title: t } as const;
  const received = visitorEvent(given, { visitor: v, now, bot, field: '', leftOut: [] });
  const { viaMail: _, ...event } = received.event as PageView;
  const { claimed } = received;
  // Nobody can send an id of ours again.
  return isOwn && claimed !== undefined ? { event, claimed } : { event };
}

/** An `&amp;` in an address that was escaped once too often leaves its rest in the name. */
function unescaped(query: PixelQuery): PixelQuery {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name.replace(/^(?:amp;|#38;|#x26;)+/i, ''), value]),
  );
}
