import type { Context } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import { draftChanges } from '../../../shared/playbook/edit/draft-changes.ts';
import { EVENTS } from '../../../shared/playbook/edit/new/new-events.ts';
import { guideSteps } from '../../../shared/playbook/new/guide-steps.ts';
import { REMOVED } from '../../../shared/playbook/versions/shared-draft.ts';
import { filesOf, type SharedDraft } from '../../../shared/usecases/playbook/draft/load-draft.ts';
import { readDraft } from '../../../shared/usecases/playbook/draft/read-draft.ts';
import { listVersions } from '../../../shared/usecases/playbook/versions/list-versions.ts';
import { AddEvents } from '../../../shared/web/console/playbook/list/add-events.tsx';
import { AddMail } from '../../../shared/web/console/playbook/list/add-mail.tsx';
import { draftedMails } from '../../../shared/web/console/playbook/list/drafted-mails.ts';
import { MakeNew } from '../../../shared/web/console/playbook/list/make-new.tsx';
import { FilesPage } from '../../../shared/web/console/playbook/list/page.tsx';
import { PublishForm } from '../../../shared/web/console/playbook/list/publish-form.tsx';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { checkedOrNot } from './checked.ts';
import type { PlaybookRoute } from './playbook-route.ts';
import { SEQUENCES, whatDraftMeans } from './what-it-means.tsx';

const VERSIONS = 10;

export interface Said {
  /** What became of what was sent. */
  notice?: { text: string; isRefusal: boolean };
  note?: string;
  status?: 200 | 409 | 422 | 503;
}

/** `GET /console/playbook`: the files of the shared draft, what is wrong in them, publishing, and the last versions. */
export async function showFiles(route: PlaybookRoute, c: Context<ConsoleEnv>, said: Said = {}) {
  const { system, show, timeZone } = route;
  const { viewer, language } = c.var;
  const words = playbookWords[language];
  const before = Number(c.req.query('before')) || undefined;
  const [draft, list] = await Promise.all([
    readDraft(system, viewer),
    listVersions(system, viewer, { before, limit: VERSIONS }),
  ]);
  const page = { current: 'playbook', title: words.title, status: said.status ?? 200 } as const;
  if (draft === undefined) return show(c, { ...page, content: <p class="empty">{words.none}</p> });
  const mistakes = await checkedOrNot(system, viewer, language);
  const hasMistakes = mistakes?.some(({ isWarning }) => !isWarning) ?? false;
  const { notice, note = '' } = said;
  const mails = draftedMails(draft.files);
  const mailPaths = new Set(mails.flatMap((mail) => mail.files.map(({ path }) => path)));
  const files = draft.files.filter(({ path }) => !mailPaths.has(path));
  const guides = guideSteps(filesOf(draft));
  const texts = [
    ...mails.flatMap((mail) => mail.files.map((file) => file.unwritten)),
    ...guides.map((guide) => guide.texts.length),
  ];
  const unwritten = texts.reduce((sum, count) => sum + count, 0);
  const content = (
    <FilesPage
      {...{ language, timeZone, mistakes, files, mails, version: list.live }}
      {...{ versions: list.versions, older: list.next }}
      mayChange={may(viewer, 'change-playbook')}
      notice={
        notice && (
          <p
            class={notice.isRefusal ? 'notice refusal' : 'notice'}
            role={notice.isRefusal ? 'alert' : 'status'}
          >
            {notice.text}
          </p>
        )
      }
      makeNew={
        may(viewer, 'change-playbook') && (
          <MakeNew {...{ language, guides }}>
            {!draft.files.some(({ path }) => path === EVENTS) && <AddEvents language={language} />}
          </MakeNew>
        )
      }
      addMail={may(viewer, 'change-playbook') && <AddMail language={language} />}
      publish={
        may(viewer, 'change-playbook') && (
          <PublishForm
            {...{ language, note, unwritten }}
            changes={draftChanges(draft.files.map(withoutRemoved))}
            meaning={hasMistakes ? undefined : await meaningOf(route, c, draft)}
            seen={{ draft: draft.etag, over: draft.live.version }}
            hasMistakes={hasMistakes}
          />
        )
      }
    />
  );
  return show(c, { ...page, content });
}

function withoutRemoved({ path, etag, text, live }: SharedDraft['files'][number]) {
  return { path, ...(etag !== REMOVED && { text }), ...(live !== undefined && { live }) };
}

/** What the draft means for people who are in a sequence; nothing while it has mistakes. */
async function meaningOf({ system }: PlaybookRoute, c: Context<ConsoleEnv>, draft: SharedDraft) {
  const { viewer, language } = c.var;
  const file = draft.files.find(({ path }) => path === SEQUENCES);
  if (file === undefined || file.text === file.live) return undefined;
  return whatDraftMeans(system, viewer, { files: filesOf(draft), live: file.live, language });
}
