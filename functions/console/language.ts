import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { askedLanguage, type Language, preferredLanguage } from '../../shared/domain/language.ts';
import type { ConsoleEnv } from './console-env.ts';

const COOKIE = '__Host-kansrijk-language';
const YEAR_SECONDS = 31_536_000;

/** The language of the page: as its address asks, else as the reader last chose, else as the browser prefers. */
export function readersLanguage(otherwise: Language): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const asked = askedLanguage(c.req.query());
    const chosen = asked ?? askedLanguage({ lang: getCookie(c, COOKIE) });
    c.set('language', preferredLanguage(chosen, c.req.header('accept-language'), otherwise));
    if (asked) {
      const life = {
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: YEAR_SECONDS,
      } as const;
      setCookie(c, COOKIE, asked, life);
    }
    await next();
  };
}
