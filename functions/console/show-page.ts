import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../../shared/domain/language.ts';
import type { PageName } from '../../shared/web/console/pages.ts';
import { type Assets, renderShell } from '../../shared/web/console/shell.tsx';
import type { Look } from '../../shared/web/look/look.ts';
import type { ConsoleEnv } from './console-env.ts';

export interface Page {
  /** The page of the navigation that it belongs to. */
  current?: PageName;
  title: string;
  content: Child;
  /** Its address works once, so it cannot be opened in another language. */
  isOnce?: boolean;
  status?: ContentfulStatusCode;
}

export type ShowPage = (c: Context<ConsoleEnv>, page: Page) => Response | Promise<Response>;

/** How the company looks now, and how it looked when the playbook was last read. */
interface Looks {
  current: () => Promise<Look>;
  last: () => Look;
}

/** Answers with a page of the console, in the language of its reader. */
export function showPages(assets: Assets, { current, last }: Looks): ShowPage {
  return async (c, { content, status = 200, isOnce, ...page }) => {
    const { viewer, language } = c.var;
    const isRead = c.req.method === 'GET' && !isOnce;
    const inLanguage = isRead ? (other: Language) => withLanguage(c.req.url, other) : undefined;
    // Where the table does not answer, nobody waits for it again.
    const look = status < 500 ? await current() : last();
    const shell = { ...page, viewer, language, assets, look, inLanguage, children: content };
    return c.html(renderShell(shell), status);
  };
}

function withLanguage(url: string, language: Language): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set('lang', language);
  return `${pathname}?${searchParams}`;
}
