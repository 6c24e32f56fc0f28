import { clean } from '../clean-text.ts';
import { ID_PATTERN, isVisitorId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import type { BotSign, PageView } from './event.ts';
import { parsePageUrl } from './page-url.ts';

/** The query of a pixel: visitor, URL, referrer, title and id of the page view. */
export interface PixelQuery {
  v?: string;
  u?: string;
  r?: string;
  t?: string;
  id?: string;
}

/**
 * The page view in a pixel's query; undefined without a visitor. Missing or wrong values are left out: an image
 * cannot return an error.
 * @param embeddedIn the page that shows the image according to the browser, for a pixel without a URL
 */
export function parsePixel(
  query: PixelQuery,
  embeddedIn: string | undefined,
  now: Instant,
  newId: () => string,
  bot: BotSign | undefined,
): PageView | undefined {
  if (query.v === undefined || !isVisitorId(query.v)) return undefined;
  const page = parsePageUrl(query.u ?? '') ?? parsePageUrl(embeddedIn ?? '');
  const referrer = parsePageUrl(query.r ?? '')?.url;
  const title = clean(query.t ?? '', 300);
  return {
    type: 'page',
    id: query.id !== undefined && ID_PATTERN.test(query.id) ? query.id : newId(),
    at: now,
    receivedAt: now,
    visitor: query.v,
    ...page,
    ...(title && { title }),
    ...(referrer && { referrer }),
    ...(bot && { bot }),
  };
}
