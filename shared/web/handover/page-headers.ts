import { createHash } from 'node:crypto';
import { pageStyle } from './style.ts';

const hash = createHash('sha256').update(pageStyle).digest('base64');

/**
 * The page runs no script, loads nothing, cannot be framed, and sends forms to its own origin only. Its address is
 * the only secret: no referrer passes it on, and without it no other site can send its forms.
 */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
} as const;
