import type { Context } from 'hono';
import { type Language, preferredLanguage } from '../../shared/domain/language.ts';

/** The language of a page: `?lang=`, else what the browser prefers. */
export function requestLanguage({ req }: Context): Language {
  return preferredLanguage(req.query('lang'), req.header('accept-language'));
}
