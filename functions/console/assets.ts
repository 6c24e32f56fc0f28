import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { type Assets, themeAddress } from '../../shared/web/console/shell.tsx';
import { consoleStyle } from '../../shared/web/console/style.ts';
import type { Look } from '../../shared/web/look/look.ts';
import type { ConsoleEnv } from './console-env.ts';

/** The address has a digest of the content, so a browser asks for each content once. */
const FOREVER = 'private, max-age=31536000, immutable';

interface Asset {
  path: string;
  type: string;
  content: string;
}

interface Scripts {
  /** Every page loads it. */
  htmx: string;
  /** The editor of texts, read when somebody opens one. */
  textEditor: () => string;
}

/**
 * What every page of the console loads, what an editor of texts loads, and the routes that serve it; the colours are those
 * of the playbook.
 */
export function consoleAssets(
  { htmx, textEditor }: Scripts,
  look: () => Promise<Look>,
): {
  assets: Assets;
  /** The address of the editor of texts. */
  editorScript: () => string;
  routes: Hono<ConsoleEnv>;
} {
  const style = asset('css', 'text/css; charset=utf-8', consoleStyle);
  const script = asset('js', 'text/javascript; charset=utf-8', htmx);
  const routes = new Hono<ConsoleEnv>();
  for (const { path, type, content } of [style, script]) {
    routes.get(path, (c) => c.body(content, 200, { 'content-type': type, 'cache-control': FOREVER }));
  }
  routes.get('/assets/:theme{theme-.+\\.css}', async (c) => {
    const { theme, themeHash } = await look();
    const isCurrent = themeAddress(themeHash).endsWith(`/${c.req.param('theme')}`);
    const headers = { 'content-type': style.type, 'cache-control': isCurrent ? FOREVER : 'no-store' };
    return c.body(theme, 200, headers);
  });
  let editor: Asset | undefined;
  const readEditor = () => {
    editor ??= asset('js', 'text/javascript; charset=utf-8', textEditor(), 'editor/');
    return editor;
  };
  routes.get('/assets/editor/:name', (c) => {
    const { path, type, content } = readEditor();
    if (!c.req.path.endsWith(path)) return c.notFound();
    return c.body(content, 200, { 'content-type': type, 'cache-control': FOREVER });
  });
  const assets = { style: `/console${style.path}`, htmx: `/console${script.path}` };
  return { assets, editorScript: () => `/console${readEditor().path}`, routes };
}

function asset(ending: string, type: string, content: string, folder = ''): Asset {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  return { path: `/assets/${folder}${digest}.${ending}`, type, content };
}
