import type { Context } from 'hono';
import type { PublishAnswer } from '../../../shared/contract/playbook-commands.ts';
import { askPublish, askPublishVersion } from '../../../shared/usecases/playbook/ask/ask-publish.ts';
import { pages } from '../../../shared/web/console/pages.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';
import { type Said, showFiles } from './show-files.tsx';

type Context_ = Context<ConsoleEnv>;

/** `POST /console/playbook` publishes the draft that its page showed. */
export async function publishDraft(route: PlaybookRoute, c: Context_, form: URLSearchParams) {
  const note = form.get('note') ?? '';
  const { viewer, language } = c.var;
  const seen = { draft: form.get('draft') ?? '', over: Number(form.get('over')) };
  return answer(route, c, await askPublish(route.system, viewer, { note, language, ...seen }), note);
}

/** `POST /console/playbook/versions/{n}` publishes the files of an older version again. */
export async function publishOldVersion(
  route: PlaybookRoute,
  c: Context_,
  version: number,
  form: URLSearchParams,
) {
  const asked = {
    version,
    note: form.get('note') ?? '',
    over: Number(form.get('over')),
    language: c.var.language,
  };
  return answer(route, c, await askPublishVersion(route.system, c.var.viewer, asked), '');
}

async function answer(route: PlaybookRoute, c: Context_, published: PublishAnswer, note: string) {
  if (published.result === 'published') {
    // The pages that follow show what was published, and not what this process kept for a minute.
    await route.system.playbook(published.version);
    return c.redirect(`${pages.playbook}?published=${published.version}`, 303);
  }
  const [text, status] = refusal(c, published);
  return showFiles(route, c, { notice: { text, isRefusal: true }, note, status });
}

function refusal(c: Context_, published: PublishAnswer): [text: string, status: NonNullable<Said['status']>] {
  const words = playbookWords[c.var.language].publish;
  switch (published.result) {
    case 'mistakes':
      return [words.refused, 422];
    case 'behind':
      return [words.behind(published.files.join(', ')), 409];
    case 'overtaken':
    case 'changed':
      return [words.again, 409];
    default:
      return [words.failed, 422];
  }
}
