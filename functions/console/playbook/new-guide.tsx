import type { Context } from 'hono';
import { clean } from '../../../shared/domain/clean-text.ts';
import { type Language, languages } from '../../../shared/domain/language.ts';
import { readYaml } from '../../../shared/playbook/edit/edit-yaml.ts';
import { settingAt } from '../../../shared/playbook/edit/setting-path.ts';
import type { PlaybookFiles } from '../../../shared/playbook/files/playbook-files.ts';
import { type Guide, nameFrom } from '../../../shared/playbook/new/guide.ts';
import { type NotMade, newGuide } from '../../../shared/playbook/new/new-files.ts';
import { filesOf } from '../../../shared/usecases/playbook/draft/load-draft.ts';
import { makeDrafts } from '../../../shared/usecases/playbook/draft/make-drafts.ts';
import { readDraft } from '../../../shared/usecases/playbook/draft/read-draft.ts';
import { guideAddress } from '../../../shared/web/console/playbook/addresses.ts';
import {
  GuidePage,
  type GuidePageProps,
  type TypedGuide,
} from '../../../shared/web/console/playbook/new/guide-page.tsx';
import { newWords } from '../../../shared/web/console/playbook/new/words.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';

type Context_ = Context<ConsoleEnv>;

/** Longer than any field may be, so that what is too long is said to be. */
const LONGEST_TYPED = 200;

/** `GET /console/playbook/new`: asks what a guide needs; with a form, what answers that. */
export async function askForGuide(route: PlaybookRoute, c: Context_) {
  return showForm(route, c, { form: c.req.query('form') });
}

/** `POST /console/playbook/new`: makes the drafts of all that belongs to a guide, and shows what is left to write. */
export async function makeGuide(route: PlaybookRoute, c: Context_, sent: URLSearchParams) {
  const { language, viewer } = c.var;
  const form = sent.get('form') || undefined;
  const typed = typedIn(sent);
  const guide = guideOf(typed);
  const made = await makeDrafts(route.system, viewer, (files) =>
    newGuide(files, guide, form === undefined ? {} : { form }),
  );
  if (made.result === 'made') return c.redirect(`${guideAddress(form ?? guide.name)}?made=yes`, 303);
  const shown = { form, typed, status: 422 } as const;
  if (made.result === 'refused')
    return showForm(route, c, { ...shown, problem: playbookWords[language].file.refused[made.why] });
  const { why, where } = made.because;
  if (why === 'form') return c.notFound();
  if (why === 'unreadable')
    return showForm(route, c, { ...shown, problem: newWords[language].guide.unreadable(where) });
  return showForm(route, c, { ...shown, wrong: wrongOf(why, where) });
}

function wrongOf(
  why: Exclude<NotMade['why'], 'unreadable' | 'form'>,
  where: string,
): GuidePageProps['wrong'] {
  return why === 'taken' ? { field: 'name', taken: where } : { field: why };
}

interface Shown {
  form: string | undefined;
  typed?: TypedGuide;
  wrong?: GuidePageProps['wrong'];
  problem?: string;
  status?: 422;
}

async function showForm({ system, show }: PlaybookRoute, c: Context_, shown: Shown) {
  const { language, viewer } = c.var;
  const draft = await readDraft(system, viewer);
  const { title, titleFor } = newWords[language].guide;
  const { form, wrong, problem, status = 200 } = shown;
  const page = { current: 'playbook', title: form === undefined ? title : titleFor(form) } as const;
  if (draft === undefined)
    return show(c, { ...page, content: <p class="empty">{playbookWords[language].none}</p> });
  const files = filesOf(draft);
  const there =
    form === undefined ? undefined : settingAt(readYaml(files['forms.yaml'] ?? '')?.value, [form]);
  if (form !== undefined && there === undefined) return c.notFound();
  const content = (
    <GuidePage
      {...{ language, form, wrong }}
      typed={shown.typed ?? typedFor(form, there)}
      subjects={subjectsFor(there, files)}
      notice={
        problem && (
          <p class="notice refusal" role="alert">
            {problem}
          </p>
        )
      }
    />
  );
  return show(c, { ...page, content, status });
}

/** What the fields begin with: for a form that is there, what it says. */
function typedFor(form: string | undefined, there: unknown): TypedGuide {
  const title = (language: Language) => String(settingAt(there, ['title', language]) ?? '');
  const subject = String(settingAt(there, ['subjects', 0]) ?? '');
  const name = nameFrom(form ?? '');
  return { title: { nl: title('nl'), en: title('en') }, name, mails: '3', days: '7', subject };
}

function typedIn(sent: URLSearchParams): TypedGuide {
  const text = (name: string) => clean(sent.get(name) ?? '', LONGEST_TYPED);
  const title = Object.fromEntries(languages.map((language) => [language, text(language)]));
  return {
    title: title as TypedGuide['title'],
    ...{ name: text('name'), mails: text('mails'), days: text('days'), subject: text('subject') },
  };
}

function guideOf({ title, name, mails, days, subject }: TypedGuide): Guide {
  return {
    name: name || nameFrom(title.en) || nameFrom(title.nl),
    ...{ title, mails: numberIn(mails), days: numberIn(days), subject },
  };
}

/** A number in digits; NaN for anything else, an empty field too. */
function numberIn(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** The subjects of mails; for a form that is there, those that its wording covers. */
function subjectsFor(there: unknown, files: PlaybookFiles): GuidePageProps['subjects'] {
  const subjects = settingAt(readYaml(files['mailing.yaml'] ?? '')?.value, ['subjects']);
  const all = Object.entries((subjects ?? {}) as GuidePageProps['subjects']);
  const covered = settingAt(there, ['subjects']);
  const some = Array.isArray(covered) ? all.filter(([name]) => covered.includes(name)) : all;
  return Object.fromEntries(some.length > 0 ? some : all);
}
