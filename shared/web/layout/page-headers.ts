import { createHash } from 'node:crypto';
import { STYLE } from './style.ts';

/**
 * The headers of a page: only its own style, no frame and no cache.
 * @param scripts what it may load besides, as directives; nothing by default
 */
export function headersOf(style: string, scripts: readonly string[] = []): Readonly<Record<string, string>> {
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
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

export const pageHeaders = headersOf(STYLE);

/** For a page with a form whose challenge a script of ours solves. */
export const challengeHeaders = headersOf(STYLE, ["script-src 'self'", "connect-src 'self'"]);

/** For a page whose address nobody else may learn: no link passes it on, and no search engine lists it. */
export const unlisted = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' };
