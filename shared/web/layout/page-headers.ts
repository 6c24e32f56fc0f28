import type { Look } from '../look/look.ts';
import { styleHash } from '../look/theme.ts';
import { STYLE } from './style.ts';

/**
 * The headers of a page: only its own style and the company's logo, no frame and no cache.
 * @param hash of its style sheet
 * @param scripts what it may load besides, as directives; nothing by default
 */
export function headersOf(
  hash: string,
  { logo, themeHash }: Look,
  scripts: readonly string[] = [],
): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${themeHash} ${hash}`,
      ...(logo ? ["img-src 'self'"] : []),
      ...scripts,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
}

const HASH = styleHash(STYLE);

export const pageHeaders = (look: Look) => headersOf(HASH, look);

/** For a page with a form whose challenge a script of ours solves. */
export const challengeHeaders = (look: Look) =>
  headersOf(HASH, look, ["script-src 'self'", "connect-src 'self'"]);

/** For a page whose address nobody else may learn: no link passes it on, and no search engine lists it. */
export const unlisted = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' };
