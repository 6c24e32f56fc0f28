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
 * and friends see it, so it is never the id of the mail, which opens the preferences.
 */
export const CLICK_TOKEN_PARAMETER = 'k';
const CLICK_TOKEN_PATTERN = /^[\w-]{22}$/;

/**
 * A page's URL as it is stored: scheme, host and path. Query and fragment are dropped, because they can hold anything,
 * such as somebody's e-mail address; only the utm parameters and the click token (`viaMail`) are kept, separately.
 * @returns undefined when the text is no http URL
 */
export function parsePageUrl(text: string) {
  const parsed = URL.parse(text.slice(0, 8_192).toWellFormed());
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const path = parsed.pathname.length > 1 ? parsed.pathname.replace(/\/+$/, '') : '';
  const url = `${parsed.origin}${path || '/'}`.slice(0, 1_024);
  const campaign: Campaign = {};
  for (const [key, parameter] of Object.entries(UTM) as [keyof Campaign, string][]) {
    const value = clean(parsed.searchParams.get(parameter) ?? '', 100);
    if (value !== '' && !value.includes('@')) campaign[key] = value;
  }
  const viaMail = parsed.searchParams.get(CLICK_TOKEN_PARAMETER) ?? '';
  return {
    url,
    ...(Object.keys(campaign).length > 0 && { campaign }),
    ...(CLICK_TOKEN_PATTERN.test(viaMail) && { viaMail }),
  };
}

/** The path of a stored URL, `/` for the front page. */
export function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  return start < 0 ? '/' : url.slice(start);
}
