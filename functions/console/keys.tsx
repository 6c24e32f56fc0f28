import { Hono } from 'hono';
import { assertMay } from '../../shared/domain/console/viewer.ts';
import type { KeySystem } from '../../shared/usecases/console/keep-api-keys.ts';
import type { TypedKey } from '../../shared/web/console/keys/key-form.tsx';
import { pages } from '../../shared/web/console/pages.ts';
import type { ConsoleEnv } from './console-env.ts';
import type { ShowPage } from './show-page.ts';

/** The page with the API keys. */
export function keyRoutes(
  system: KeySystem,
  show: ShowPage,
  { timeZone, publicUrl }: { timeZone: string; publicUrl: string },
): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get('/keys', async (c) => {
    const { viewer, language } = c.var;
    const { keyWords, KeysPage, listApiKeys } = await load();
    const keys = await listApiKeys(system, viewer);
    const wanted = c.req.query('withdraw');
    const toWithdraw = keys.find(({ hash, withdrawnAt }) => hash === wanted && withdrawnAt === undefined);
    const content = <KeysPage {...{ language, timeZone, publicUrl, keys, toWithdraw }} />;
    return show(c, { current: 'keys', title: keyWords[language].title, content });
  });

  routes.post('/keys', async (c) => {
    const { viewer, language } = c.var;
    assertMay(viewer, 'keep-keys');
    const form = await c.req.formData();
    const { keyWords, KeysPage, NewKey, ...use } = await load();
    const text = (name: string) => String(form.get(name) ?? '');
    if (text('action') === 'withdraw') {
      await use.withdrawApiKey(system, viewer, text('key'));
      return c.redirect(pages.keys, 303);
    }
    const wanted = { name: text('name'), scopes: form.getAll('scope').map(String) };
    const made = await use.makeApiKey(system, viewer, wanted);
    if (made.result === 'made') {
      const title = keyWords[language].made(made.name);
      return show(c, { current: 'keys', title, content: <NewKey language={language} {...made} /> });
    }
    const { result: _, ...wrong } = made;
    const typed: TypedKey = { ...wanted, wrong };
    const keys = await use.listApiKeys(system, viewer);
    const content = <KeysPage {...{ language, timeZone, publicUrl, keys, typed }} />;
    return show(c, { current: 'keys', title: keyWords[language].title, content, status: 422 });
  });

  return routes;
}

async function load() {
  const [use, page, words] = await Promise.all([
    import('../../shared/usecases/console/keep-api-keys.ts'),
    import('../../shared/web/console/keys/page.tsx'),
    import('../../shared/web/console/keys/words.ts'),
  ]);
  return { ...use, ...page, ...words };
}
