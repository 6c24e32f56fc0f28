import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Assets } from '../../shared/web/console/shell.tsx';
import { consoleStyle } from '../../shared/web/console/style.ts';
import type { ConsoleEnv } from './console-env.ts';

/** The address has a digest of the content, so a browser asks for each content once. */
const FOREVER = 'private, max-age=31536000, immutable';

interface Asset {
  path: string;
  type: string;
  content: string;
}

/** What every page of the console loads, and the routes that serve it. */
export function consoleAssets(htmx: string): { assets: Assets; routes: Hono<ConsoleEnv> } {
  const style = asset('css', 'text/css; charset=utf-8', consoleStyle);
  const script = asset('js', 'text/javascript; charset=utf-8', htmx);
  const routes = new Hono<ConsoleEnv>();
  for (const { path, type, content } of [style, script]) {
    routes.get(path, (c) => c.body(content, 200, { 'content-type': type, 'cache-control': FOREVER }));
  }
  return { assets: { style: `/console${style.path}`, htmx: `/console${script.path}` }, routes };
}

function asset(ending: string, type: string, content: string): Asset {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  return { path: `/assets/${digest}.${ending}`, type, content };
}
