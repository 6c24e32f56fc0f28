import { clean } from '../clean-text.ts';
import type { Campaign } from './event.ts';

const UTM = {
  source: 'utm_source',
  medium: 'utm_medium',
  name: 'utm_campaign',
  term: 'utm_term',
  content: 'utm_content',
} as const;

/**
 * The query parameter with the click token: 128 random bits that tell which link of a mail led here. Analytics, logs
 * and friends see it, so it is never the id of the mail, which opens the preferences. No website has a parameter of
 * this name.
 */
export const CLICK_TOKEN_PARAMETER = 'kansrijk';
const CLICK_TOKEN_PATTERN = /^[\w-]{22}$/;

/** `&` as HTML writes it, in links that were escaped once too often: `&#038;` by WordPress, `&amp%3B` by mail programs. */
const ESCAPED_AMPERSAND = /&(?:(?:amp|#0*38|#x0*26)(?:;|%3b))+/gi;
/**
 * The route of a page that a script shows, as in `#/pricing?plan=pro` or `#!/pricing#faq`. No anchor begins with a slash.
 */
const ROUTE = /^(#!?\/[^?#]*)\??([^#]*)/;

/**
 * A page's URL as it is stored: scheme, host, path, and the route behind `#/`. Query and anchor are dropped, because
 * they can hold anything, such as somebody's e-mail address; only the utm parameters and the click token (`viaMail`) are
 * kept, separately.
 * @returns undefined when the text is no http URL
 */
export function parsePageUrl(text: string) {
  const parsed = URL.parse(text.slice(0, 8_192).toWellFormed().replace(ESCAPED_AMPERSAND, '&'));
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const [, fragment = '', ownQuery = ''] = ROUTE.exec(parsed.hash) ?? [];
  const route = fragment.replace(/\/+$/, '');
  const path = route.length > 2 ? `${parsed.pathname}${route}` : parsed.pathname.replace(/\/+$/, '');
  const url = `${parsed.origin}${path || '/'}`.slice(0, 1_024);
  const query = new URLSearchParams(`${parsed.search}&${ownQuery}`);
  const campaign: Campaign = {};
  for (const [key, parameter] of Object.entries(UTM) as [keyof Campaign, string][]) {
    const value = clean(query.get(parameter) ?? '', 100);
    if (value !== '' && !value.includes('@')) campaign[key] = value;
  }
  // The last one is ours: the link may have been copied from the page of another click.
  const viaMail = query.getAll(CLICK_TOKEN_PARAMETER).at(-1) ?? '';
  return {
    url,
    ...(Object.keys(campaign).length > 0 && { campaign }),
    ...(CLICK_TOKEN_PATTERN.test(viaMail) && { viaMail }),
  };
}

/** The path of a stored URL, with its route; `/` for the front page. */
export function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  return start < 0 ? '/' : url.slice(start);
}
