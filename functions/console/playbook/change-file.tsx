import type { Context } from 'hono';
import { assertMay } from '../../../shared/domain/console/viewer.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { workOnMail } from '../../../shared/playbook/edit/edit-mail.ts';
import { knownNames } from '../../../shared/playbook/edit/known-names.ts';
import { withBreaksOf } from '../../../shared/playbook/edit/line-breaks.ts';
import { workOnPart } from '../../../shared/playbook/edit/work-on-part.ts';
import { MAILS } from '../../../shared/playbook/files/playbook-files.ts';
import {
  type DraftedText,
  filesOf,
  type SharedDraft,
} from '../../../shared/usecases/playbook/draft/load-draft.ts';
import { pages } from '../../../shared/web/console/pages.ts';
import { fileAddress, newGuideAddress } from '../../../shared/web/console/playbook/addresses.ts';
import { authorText } from '../../../shared/web/console/playbook/author-text.ts';
import { ConflictPage } from '../../../shared/web/console/playbook/file/conflict-page.tsx';
import { hasForm } from '../../../shared/web/console/playbook/part-names.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';
import { type Shown, showFile } from './show-file.tsx';

type Context_ = Context<ConsoleEnv>;

/** `POST /console/playbook/{file}`: what was typed is saved, checked, shown in the other view, or goes on being typed. */
export async function changeFile(route: PlaybookRoute, c: Context_, read: SharedDraft, file: DraftedText) {
  assertMay(c.var.viewer, 'change-playbook');
  const form = new URLSearchParams(await c.req.text());
  const does = form.get('do') ?? 'save';
  if (does === 'discard') return discard(route, c, file.path, form.get('etag') ?? '');
  if (does === 'remove-file')
    return save(route, c, { draft: read, file, form, text: undefined, entry: undefined });
  const base = withBreaksOf(file.text, form.get('text') ?? '');
  const { notice: made, draft } = await withMailMade(route, c, read, form);
  const view = form.get('view') === 'text' ? 'text' : 'form';
  const worked =
    view === 'form'
      ? typedInForm(route, draft, file.path, base, form)
      : ({ text: base, did: 'typed' } as const);
  const { text } = worked;
  const added =
    worked.did === 'rearranged' && does.startsWith('add  ') ? form.get('new:')?.trim() : undefined;
  const entry = (/^open (.+)$/.exec(does)?.[1] ?? added ?? form.get('entry')) || undefined;
  if (does === 'save') return save(route, c, { draft, file, form, text, entry });
  const answered = /^answer (.+)$/.exec(does)?.[1];
  if (answered !== undefined)
    return save(route, c, { draft, file, form, text, entry, next: newGuideAddress(answered) });
  const shown = { draft, file: { ...file, etag: form.get('etag') ?? file.etag }, text, entry };
  if (does === 'send-test') {
    const { sendTest } = await import('./mails/send-test.tsx');
    const asked = { person: form.get('person') ?? '', lead: form.get('lead') ?? '' };
    const notice = await sendTest(route.system, c, { path: file.path, text, asked });
    return showFile(route, c, { ...shown, view, asked, notice });
  }
  const next = /^view (form|text)$/.exec(does)?.[1] as Shown['view'] | undefined;
  return showFile(route, c, {
    ...{ ...shown, view: next ?? view, notice: made },
    ...noticeOf(c, worked.did, does),
  });
}

/** Makes a mail for a setting of the form, if that button was pressed. */
async function withMailMade(
  route: PlaybookRoute,
  c: Context_,
  draft: SharedDraft,
  form: URLSearchParams,
): Promise<Pick<Shown, 'notice' | 'draft'>> {
  const pointer = /^make-mail (\/.+)$/.exec(form.get('do') ?? '')?.[1];
  if (pointer === undefined) return { draft };
  const { mailForSetting } = await import('./mails/mail-for-setting.tsx');
  return mailForSetting(route, c, { form, pointer, draft });
}

function typedInForm(
  { system }: PlaybookRoute,
  draft: SharedDraft,
  path: string,
  text: string,
  form: URLSearchParams,
) {
  const part = path.replace(/\.yaml$/, '');
  if (path.startsWith(MAILS)) return { text: workOnMail(text, form), did: 'typed' } as const;
  if (!hasForm(part)) return { text, did: 'typed' } as const;
  const known = { today: dayOf(system.now()), ...knownNames(filesOf(draft)) };
  return workOnPart(part, text, { fields: form, does: form.get('do') ?? '' }, known);
}

function noticeOf(c: Context_, did: string, does: string): Pick<Shown, 'notice'> {
  const words = playbookWords[c.var.language].entries;
  if (did === 'unnamed')
    return {
      notice: (
        <p class="notice refusal" role="alert">
          {words.named}
        </p>
      ),
    };
  return did === 'rearranged' && does.startsWith('add')
    ? {
        notice: (
          <p class="notice" role="status">
            {words.added}
          </p>
        ),
      }
    : {};
}

interface ToSave {
  draft: SharedDraft;
  file: DraftedText;
  form: URLSearchParams;
  /** Undefined removes the file. */
  text: string | undefined;
  entry: string | undefined;
  /** The page that follows when it is saved; its own when left out. */
  next?: string;
}

async function save(route: PlaybookRoute, c: Context_, toSave: ToSave) {
  const { draft, file, form, text, entry, next } = toSave;
  const { language, viewer } = c.var;
  const words = playbookWords[language];
  const { path } = file;
  const { saveDraft } = await import('../../../shared/usecases/playbook/draft/save-draft.ts');
  const saved = await saveDraft(route.system, viewer, { path, text, ifMatch: form.get('etag') || undefined });
  if (saved.result === 'saved') {
    if (text === undefined) return c.redirect(pages.playbook, 303);
    if (next !== undefined) return c.redirect(next, 303);
    const query = new URLSearchParams({
      view: form.get('view') ?? 'form',
      ...(entry && { entry }),
      saved: 'yes',
    });
    return c.redirect(`${fileAddress(path)}?${query}`, 303);
  }
  if (saved.result === 'refused') {
    const notice = (
      <p class="notice refusal" role="alert">
        {words.file.refused[saved.why]}
      </p>
    );
    return showFile(route, c, {
      draft,
      file,
      text: text ?? file.text,
      view: 'text',
      entry,
      notice,
      status: 422,
    });
  }
  const theirs = saved.file;
  const { diffLines } = await import('diff');
  const mine = text ?? '';
  const content = (
    <ConflictPage
      {...{ language, path, mine }}
      theirs={{
        text: theirs?.text ?? '',
        etag: theirs?.etag ?? '',
        by: theirs?.by ? authorText(theirs.by, language) : words.authors.deployment,
      }}
      differences={diffLines(theirs?.text ?? '', mine)}
    />
  );
  return route.show(c, { current: 'playbook', title: words.conflict.title, content, status: 409 });
}

async function discard({ system }: PlaybookRoute, c: Context_, path: string, ifMatch: string) {
  const { discardDraft } = await import('../../../shared/usecases/playbook/draft/discard-draft.ts');
  const result = await discardDraft(system, c.var.viewer, { path, ifMatch });
  return c.redirect(result === 'discarded' ? pages.playbook : fileAddress(path), 303);
}
