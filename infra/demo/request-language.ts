import type { Context } from 'hono';
import { askedLanguage, type Language, preferredLanguage } from '../../shared/domain/language.ts';

/** The language of a page: the one its address asks for, else what the browser prefers. */
export function requestLanguage({ req }: Context): Language {
  return preferredLanguage(askedLanguage(req.query()), req.header('accept-language'));
}
