import { type Context, Hono } from 'hono';
import { assertMay } from '../../../shared/domain/console/viewer.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';

type Context_ = Context<ConsoleEnv>;

/** The playbook: read, changed, checked, published, and the versions there were. */
export function playbookRoutes(route: PlaybookRoute): Hono<ConsoleEnv> {
  const { system } = route;
  const routes = new Hono<ConsoleEnv>();

  routes.get('/playbook', async (c) => {
    const { showFiles } = await import('./show-files.tsx');
    const { publishedNotice } = await import('./saved-notice.tsx');
    return showFiles(route, c, publishedNotice(c.var.language, c.req.query('published')));
  });

  routes.post('/playbook', async (c) => {
    assertMay(c.var.viewer, 'change-playbook');
    const form = new URLSearchParams(await c.req.text());
    if (form.get('do') === 'new-mail') {
      const { makeMail } = await import('./mails/new-mail.tsx');
      return makeMail(route, c, form);
    }
    if (form.get('do') === 'new-events') {
      const { makeEvents } = await import('./new-events.ts');
      return makeEvents(route, c);
    }
    const { publishDraft } = await import('./publish.ts');
    return publishDraft(route, c, form);
  });

  routes.get('/playbook/new', async (c) => {
    assertMay(c.var.viewer, 'change-playbook');
    const { askForGuide } = await import('./new-guide.tsx');
    return askForGuide(route, c);
  });

  routes.post('/playbook/new', async (c) => {
    assertMay(c.var.viewer, 'change-playbook');
    const { makeGuide } = await import('./new-guide.tsx');
    return makeGuide(route, c, new URLSearchParams(await c.req.text()));
  });

  routes.get('/playbook/new/:form', async (c) => {
    const { showGuide } = await import('./show-guide.tsx');
    return showGuide(route, c, c.req.param('form'));
  });

  routes.get('/playbook/try-out', async (c) => {
    const { showTryOut } = await import('./show-try-out.tsx');
    return showTryOut(route, c);
  });

  routes.get('/playbook/pictures', async (c) => {
    const { showPictures } = await import('./pictures.tsx');
    return showPictures(route, c);
  });

  routes.post('/playbook/pictures', async (c) => {
    assertMay(c.var.viewer, 'change-playbook');
    const { changePictures } = await import('./pictures.tsx');
    return changePictures(route, c);
  });

  routes.get('/playbook/pictures/:picture', async (c) => {
    const { fileAddress } = await import('../../../shared/web/console/playbook/addresses.ts');
    return c.redirect(fileAddress(`pictures/${encodeURIComponent(c.req.param('picture'))}`), 303);
  });

  routes.get('/playbook/versions/:version', async (c) => {
    const { showVersion } = await import('./show-version.tsx');
    return showVersion(route, c, c.req.param('version'));
  });

  routes.post('/playbook/versions/:version', async (c) => {
    assertMay(c.var.viewer, 'change-playbook');
    const version = Number(c.req.param('version'));
    if (!Number.isInteger(version)) return c.notFound();
    const { publishOldVersion } = await import('./publish.ts');
    return publishOldVersion(route, c, version, new URLSearchParams(await c.req.text()));
  });

  routes.post('/playbook/:file{.+}/check', async (c) => {
    const { viewer, language } = c.var;
    assertMay(viewer, 'change-playbook');
    const path = c.req.param('file');
    const text = new URLSearchParams(await c.req.text()).get('text') ?? '';
    const { askCheck } = await import('../../../shared/usecases/playbook/ask/ask-draft.ts');
    const answer = await askCheck(system, viewer, language, { path, text });
    if (answer.result !== 'checked') return c.json({ mistakes: [] }, 404);
    return c.json({ mistakes: answer.mistakes.filter(({ file }) => file === path) });
  });

  routes.on(['GET', 'POST'], '/playbook/:file{.+}/look', async (c) => {
    const path = c.req.param('file');
    if (path === 'forms.yaml') {
      const { showFormLook } = await import('./form-look.ts');
      return showFormLook(route, c);
    }
    const { showMailLook } = await import('./mails/mail-look.ts');
    return showMailLook(route, c, path);
  });

  routes.get('/playbook/:file{.+}', async (c) => {
    const [{ showFile }, { noticeOfSaved }] = await Promise.all([
      import('./show-file.tsx'),
      import('./saved-notice.tsx'),
    ]);
    const found = await fileOf(c);
    if (found === undefined) return c.notFound();
    const { view, entry, saved } = c.req.query();
    const notice = saved === undefined ? undefined : noticeOfSaved(c.var.language);
    const shown = { text: found.file.text, view: view === 'text' ? 'text' : 'form', entry } as const;
    return showFile(route, c, { ...found, ...shown, notice });
  });

  routes.post('/playbook/:file{.+}', async (c) => {
    assertMay(c.var.viewer, 'change-playbook');
    const { changeFile } = await import('./change-file.tsx');
    const found = await fileOf(c);
    return found === undefined ? c.notFound() : changeFile(route, c, found.draft, found.file);
  });

  /**
   * The shared draft and one of its files; undefined when there is none. One that the draft removes has its published
   * text, so that it can be put back.
   */
  async function fileOf(c: Context_) {
    const { readDraft } = await import('../../../shared/usecases/playbook/draft/read-draft.ts');
    const { REMOVED } = await import('../../../shared/playbook/versions/shared-draft.ts');
    const draft = await readDraft(system, c.var.viewer);
    const found = draft?.files.find(({ path }) => path === c.req.param('file'));
    const file = found?.etag === REMOVED ? { ...found, text: found.live ?? '' } : found;
    return draft && file && { draft, file };
  }

  return routes;
}
