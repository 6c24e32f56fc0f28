import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { may } from '../../../shared/domain/console/viewer.ts';
import { readMailHead } from '../../../shared/playbook/edit/edit-mail.ts';
import { readYaml } from '../../../shared/playbook/edit/edit-yaml.ts';
import { knownNames } from '../../../shared/playbook/edit/known-names.ts';
import { knownTitles } from '../../../shared/playbook/edit/known-titles.ts';
import { MAILS } from '../../../shared/playbook/files/playbook-files.ts';
import { guideSteps } from '../../../shared/playbook/new/guide-steps.ts';
import {
  type DraftedText,
  filesOf,
  type SharedDraft,
} from '../../../shared/usecases/playbook/draft/load-draft.ts';
import { FilePage, type View } from '../../../shared/web/console/playbook/file/page.tsx';
import { fileTitle } from '../../../shared/web/console/playbook/file-title.ts';
import { KnownNameLists } from '../../../shared/web/console/playbook/kit/known-names.tsx';
import { partFields } from '../../../shared/web/console/playbook/part-forms.tsx';
import { hasForm } from '../../../shared/web/console/playbook/part-names.ts';
import { TextField } from '../../../shared/web/console/playbook/text/text-field.tsx';
import type { ConsoleEnv } from '../console-env.ts';
import { checkedOrNot } from './checked.ts';
import { mailView } from './mails/mail-view.tsx';
import type { AskedPerson } from './mails/previewed-lead.ts';
import { outlookOf } from './outlook.ts';
import type { PlaybookRoute } from './playbook-route.ts';
import { SEQUENCES, whatDraftMeans } from './what-it-means.tsx';

export interface Shown {
  draft: SharedDraft;
  file: DraftedText;
  /** What the page shows, saved or not. */
  text: string;
  view: View;
  /** The form or sequence that is open. */
  entry: string | undefined;
  /** Whom a mail was shown for. */
  asked?: AskedPerson;
  notice?: Child;
  status?: 200 | 422;
}

/** The page of a file, as a form or as its text, with what the check says of it. */
export async function showFile(route: PlaybookRoute, c: Context<ConsoleEnv>, shown: Shown) {
  const { system, show, timeZone, editorScript } = route;
  const { viewer, language } = c.var;
  const { draft, file, text, entry } = shown;
  const { path } = file;
  const part = path.replace(/\.yaml$/, '');
  const mayChange = may(viewer, 'change-playbook');
  const mistakes = await checkedOrNot(system, viewer, language, { path, text });
  const own = mistakes?.filter((mistake) => mistake.file === path);
  const files = { ...filesOf(draft), [path]: text };
  const names = knownNames(files);
  const isMail = path.startsWith(MAILS);
  const read = isMail ? headOf(text) : readYaml(text);
  const noForm = !isMail && !hasForm(part) ? 'none' : read === undefined ? 'unreadable' : undefined;
  const view = noForm === undefined ? shown.view : 'text';
  const titles = isMail || view === 'text' ? {} : knownTitles(files, language);
  const form = {
    ...{ language, value: read?.value, mistakes: own ?? [], names, titles },
    shown: new Set<string>(),
  };
  const { fields, below } = await viewOf();
  const isSound = path === SEQUENCES && mistakes?.every(({ isWarning }) => isWarning);
  const meaning =
    isSound && text !== file.live
      ? await whatDraftMeans(system, viewer, { files, live: file.live, language })
      : undefined;
  const asked = shown.view === 'form' && noForm !== undefined;
  const content = (
    <FilePage
      {...{ language, timeZone, file, text, view, mayChange, mistakes: own }}
      {...(asked && { noForm })}
      {...(noForm === 'none' && { noForm })}
      isTyped={text !== file.text}
      notice={
        <>
          {shown.notice}
          {meaning}
        </>
      }
      below={below}
    >
      {fields}
    </FilePage>
  );
  return show(c, {
    current: 'playbook',
    title: fileTitle(path, language),
    content,
    status: shown.status ?? 200,
  });

  async function viewOf(): Promise<{ fields: Child; below?: Child }> {
    if (view === 'text')
      return {
        fields: <TextField {...{ language, path, text, names, mayChange, script: editorScript() }} />,
      };
    if (!hasForm(part)) return mailView(system, viewer, { form, path, text, person: shown.asked });
    const fields = (
      <>
        {partFields(part, form, {
          entry,
          guides: path === 'forms.yaml' ? guideSteps(files) : [],
          outlook: await outlookOf(system, viewer, { part, value: read?.value, mistakes: own }),
        })}
        <KnownNameLists form={form} />
      </>
    );
    return { fields };
  }
}

/** The settings of a mail; undefined when they cannot be read. */
function headOf(text: string): { value: unknown } | undefined {
  const value = readMailHead(text);
  return typeof value === 'object' && value !== null ? { value } : undefined;
}
