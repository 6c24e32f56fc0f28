import { createHash } from 'node:crypto';
import { pageStyle } from './style.ts';

const hash = createHash('sha256').update(pageStyle).digest('base64');

/**
 * The page runs nothing, loads nothing, can be shown in no other page, and sends its forms to where it came from. Its
 * address is the only secret: it leaves with no link, and without it no other site can send a form in anybody's name.
 */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
} as const;
