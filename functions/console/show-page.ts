import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../../shared/domain/language.ts';
import type { PageName } from '../../shared/web/console/pages.ts';
import { type Assets, renderShell } from '../../shared/web/console/shell.tsx';
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

/** Answers with a page of the console, in the language of its reader. */
export function showPages(assets: Assets): ShowPage {
  return (c, { content, status = 200, isOnce, ...page }) => {
    const { viewer, language } = c.var;
    const isRead = c.req.method === 'GET' && !isOnce;
    const inLanguage = isRead ? (other: Language) => withLanguage(c.req.url, other) : undefined;
    return c.html(renderShell({ ...page, viewer, language, assets, inLanguage, children: content }), status);
  };
}

function withLanguage(url: string, language: Language): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set('lang', language);
  return `${pathname}?${searchParams}`;
}
