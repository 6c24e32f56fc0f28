import { clean } from '../clean-text.ts';
import { ID_PATTERN, isVisitorId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import type { BotSign, PageView } from './event.ts';
import { parsePageUrl } from './page-url.ts';

/** What a pixel can tell: visitor, address, referrer and title of the page, and an id of the view. */
export interface PixelQuery {
  v?: string;
  u?: string;
  r?: string;
  t?: string;
  id?: string;
}

/**
 * The page view that a pixel tells of; undefined when it names no visitor. What is missing or wrong is left out:
 * an image has no way to complain.
 * @param embeddedIn the page that the browser says the image stands on, for a pixel without address
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
