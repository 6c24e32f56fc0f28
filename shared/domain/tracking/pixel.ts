import { ID_PATTERN, isVisitorId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import { visitorEvent } from './beacon.ts';
import type { BotSign, VisitorEvent } from './event.ts';
import { parsePageUrl } from './page-url.ts';

/** The query of a pixel: visitor, URL, referrer, title and id of the page view. */
export type PixelQuery = Readonly<Partial<Record<'v' | 'u' | 'r' | 't' | 'id', string>>>;

/**
 * The page view in a pixel's query; undefined without a visitor. Missing or wrong values are left out: an image
 * cannot return an error.
 * @param embeddedIn the page that shows the image according to the browser, for a pixel without a URL
 */
export function parsePixel(
  { v, u, r, t, id }: PixelQuery,
  embeddedIn: string | undefined,
  now: Instant,
  newId: () => string,
  bot: BotSign | undefined,
): VisitorEvent | undefined {
  if (v === undefined || !isVisitorId(v)) return undefined;
  const given = id !== undefined && ID_PATTERN.test(id) ? id : newId();
  const url = parsePageUrl(u ?? '') === undefined ? embeddedIn : u;
  return visitorEvent({ type: 'page', id: given, url, referrer: r, title: t }, v, now, bot);
}
