import { pages } from '../../../shared/web/console/pages.ts';

/**
 * Where to go after signing in: a page of the console, whatever the address asks for. Read as a browser reads it, so that
 * no spelling of another website passes.
 */
export function returnPath(asked: string | undefined, publicUrl: string): string {
  const url = asked?.startsWith('/') ? URL.parse(asked, publicUrl) : null;
  if (url?.origin !== new URL(publicUrl).origin) return pages.today;
  const isPage =
    /^\/console(\/|$)/.test(url.pathname) && !/^\/console\/sign-(?!in\/done$)/.test(url.pathname);
  return isPage ? url.pathname + url.search : pages.today;
}
