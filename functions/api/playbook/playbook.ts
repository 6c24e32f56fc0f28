import { type Context, Hono } from 'hono';
import { type Language, preferredLanguage } from '../../../shared/domain/language.ts';
import { LARGEST_PLAYBOOK_BYTES } from '../../../shared/playbook/files/playbook-files.ts';
import type { AskSystem } from '../../../shared/usecases/playbook/ask/ask-system.ts';
import type { ApiEnv } from '../api-env.ts';
import { readBody, readBytes, readText } from '../body.ts';
import { checked, Problem } from '../problem.ts';
import { queryOf, withoutQuery } from '../query.ts';
import { ifMatchOf, savedResponse } from './draft.ts';

const NONE = 'No playbook with its files is published yet; run npm run deploy once';

/** Everything under `/api/playbook`. What only some requests need is loaded with the first of them. */
export function playbookRoutes(system: AskSystem): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/', withoutQuery, async (c) => {
    const { readDraft } = await import('../../../shared/usecases/playbook/draft/read-draft.ts');
    const { playbookBody } = await import('./answers.ts');
    const draft = await readDraft(system, editorOf(c));
    if (draft === undefined) throw new Problem(404, NONE);
    return c.json(playbookBody(draft));
  });

  routes.get('/versions', async (c) => {
    const { versionsQuery } = await import('../../../shared/contract/playbook-api.ts');
    const { before } = queryOf(c, versionsQuery);
    const { listVersions } = await import('../../../shared/usecases/playbook/versions/list-versions.ts');
    const { versionBody } = await import('./answers.ts');
    const list = await listVersions(system, editorOf(c), { ...(before && { before: Number(before) }) });
    return c.json({ ...list, versions: list.versions.map(versionBody), next: list.next ?? null });
  });

  routes.get('/versions/:version', withoutQuery, async (c) => {
    const { readVersion } = await import('../../../shared/usecases/playbook/versions/read-version.ts');
    const { versionBody } = await import('./answers.ts');
    const read = await readVersion(system, editorOf(c), numberOf(c));
    if (read === undefined) throw new Problem(404, 'There is no version with this number');
    return c.json({ ...versionBody(read.entry), files: read.files ?? null });
  });

  routes.get('/draft/:file{.+}', withoutQuery, async (c) => {
    const { readDraftFile } = await import('../../../shared/usecases/playbook/draft/read-draft.ts');
    const file = await readDraftFile(system, editorOf(c), c.req.param('file'));
    if (file === undefined) throw new Problem(404, 'The draft has no such file');
    return c.text(file.text, 200, { ETag: `"${file.etag}"` });
  });

  routes.put('/draft/:file{.+}', withoutQuery, async (c) => {
    const ifMatch = ifMatchOf(c);
    const text = await readText(c);
    const { saveDraft } = await import('../../../shared/usecases/playbook/draft/save-draft.ts');
    return savedResponse(
      c,
      await saveDraft(system, editorOf(c), { path: c.req.param('file'), text, ifMatch }),
    );
  });

  routes.delete('/draft/:file{.+}', withoutQuery, async (c) => {
    const saved = { path: c.req.param('file'), text: undefined, ifMatch: ifMatchOf(c) };
    const { saveDraft } = await import('../../../shared/usecases/playbook/draft/save-draft.ts');
    return savedResponse(c, await saveDraft(system, editorOf(c), saved));
  });

  routes.post('/check', async (c) => {
    const language = await languageOf(c);
    const { checkRequest } = await import('../../../shared/contract/playbook-api.ts');
    const { file, text } = checked(checkRequest, await readBody(c, LARGEST_PLAYBOOK_BYTES), 422);
    const { askCheck } = await import('../../../shared/usecases/playbook/ask/ask-draft.ts');
    const { checkBody } = await import('./published.ts');
    const unsaved = file !== undefined && text !== undefined ? { path: file, text } : undefined;
    const answer = await askCheck(system, editorOf(c), language, unsaved);
    if (answer.result === 'unpublished') throw new Problem(404, NONE);
    return c.json(checkBody(answer));
  });

  routes.post('/try', async (c) => {
    const language = await languageOf(c);
    const { askTry } = await import('../../../shared/usecases/playbook/ask/ask-draft.ts');
    const { triedBody } = await import('./published.ts');
    const { scopes } = c.var;
    const maySeeLeads = scopes === 'all' || scopes.includes('read-leads');
    return c.json(triedBody(await askTry(system, editorOf(c), language), maySeeLeads));
  });

  routes.post('/publish', async (c) => {
    const language = await languageOf(c);
    const { publishRequest } = await import('../../../shared/contract/playbook-api.ts');
    const request = checked(publishRequest, await readBody(c, LARGEST_PLAYBOOK_BYTES), 422);
    const { askPublish } = await import('../../../shared/usecases/playbook/ask/ask-publish.ts');
    const { publishedBody } = await import('./published.ts');
    return c.json(publishedBody(await askPublish(system, editorOf(c), { ...request, language })));
  });

  routes.post('/versions/:version/publish', async (c) => {
    const language = await languageOf(c);
    const { publishVersionRequest } = await import('../../../shared/contract/playbook-api.ts');
    const { note = '', over } = checked(publishVersionRequest, await readBody(c), 422);
    const version = numberOf(c);
    if (Number.isNaN(version)) throw new Problem(404, 'There is no version with this number');
    const { askPublishVersion } = await import('../../../shared/usecases/playbook/ask/ask-publish.ts');
    const { publishedBody } = await import('./published.ts');
    return c.json(
      publishedBody(await askPublishVersion(system, editorOf(c), { version, note, language, over })),
    );
  });

  routes.post('/pictures', withoutQuery, async (c) => {
    const bytes = await readBytes(c);
    const { storePicture } = await import('../../../shared/usecases/look/store-picture.ts');
    const stored = await storePicture(system, editorOf(c), bytes);
    const { pictureBody } = await import('./answers.ts');
    return c.json(pictureBody(stored));
  });

  routes.post('/discard', withoutQuery, async (c) => {
    const { discardRequest } = await import('../../../shared/contract/playbook-api.ts');
    const { file, etag } = checked(discardRequest, await readBody(c), 422);
    const { discardDraft } = await import('../../../shared/usecases/playbook/draft/discard-draft.ts');
    const { REMOVED } = await import('../../../shared/playbook/versions/shared-draft.ts');
    const discarded = await discardDraft(system, editorOf(c), { path: file, ifMatch: etag || REMOVED });
    if (discarded === 'overtaken')
      throw new Problem(412, 'Somebody has changed the draft of this file meanwhile; read it again');
    return c.json({ file });
  });

  return routes;
}

/** Whoever has the key, as drafts, versions and the log name them. */
function editorOf(c: Context<ApiEnv>) {
  return { ...c.var.actor, isKey: true } as const;
}

/** The language of the mistakes. @throws Problem when another is asked for than there is */
async function languageOf(c: Context<ApiEnv>): Promise<Language> {
  const { languageQuery } = await import('../../../shared/contract/playbook-api.ts');
  return preferredLanguage(queryOf(c, languageQuery).lang, c.req.header('accept-language'));
}

function numberOf(c: Context): number {
  const text = c.req.param('version') ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : Number.NaN;
}
