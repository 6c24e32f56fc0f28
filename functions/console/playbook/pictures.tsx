import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { assertMay, may } from '../../../shared/domain/console/viewer.ts';
import { LARGEST_PICTURE } from '../../../shared/playbook/picture-files/read-picture.ts';
import {
  listPictures,
  removePicture,
  replacePicture,
  type SavedPicture,
  uploadPicture,
} from '../../../shared/usecases/look/playbook-pictures.ts';
import { picturesAddress } from '../../../shared/web/console/playbook/addresses.ts';
import { PicturesPage } from '../../../shared/web/console/playbook/pictures/page.tsx';
import {
  SavedPictureNotice,
  TakenName,
  UploadForm,
} from '../../../shared/web/console/playbook/pictures/upload.tsx';
import type { PictureWords } from '../../../shared/web/console/playbook/pictures/words/en.ts';
import { pictureWords } from '../../../shared/web/console/playbook/pictures/words.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';

type Context_ = Context<ConsoleEnv>;

interface Said {
  notice?: Child;
  /** What was typed of the description. */
  alt?: string;
  status?: 200 | 409 | 422;
}

/** `GET /console/playbook/pictures`: the pictures of the shared draft, and a form that uploads one. */
export async function showPictures({ system, show }: PlaybookRoute, c: Context_, said: Said = {}) {
  const { viewer, language } = c.var;
  const words = pictureWords[language];
  const page = { current: 'playbook', title: words.title, status: said.status ?? 200 } as const;
  const pictures = await listPictures(system, viewer);
  if (pictures === undefined)
    return show(c, { ...page, content: <p class="empty">{playbookWords[language].none}</p> });
  const mayChange = may(viewer, 'change-playbook');
  const isDone = (what: string) => c.req.query(what) !== undefined;
  const text = isDone('removed') ? words.removed : isDone('putBack') && words.putBack;
  const done = text && (
    <p class="notice" role="status">
      {text}
    </p>
  );
  const content = (
    <PicturesPage
      {...{ language, mayChange, pictures }}
      notice={said.notice ?? done}
      upload={mayChange && <UploadForm language={language} largest={LARGEST_PICTURE} alt={said.alt ?? ''} />}
    />
  );
  return show(c, { ...page, content });
}

/** `POST /console/playbook/pictures` uploads a picture, puts it in the place of another, removes one or puts a published one back. */
export async function changePictures(route: PlaybookRoute, c: Context_) {
  assertMay(c.var.viewer, 'change-playbook');
  const form = await c.req.formData();
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const seen = { path: typed('path'), etag: typed('etag') };
  if (typed('do') === 'remove') return remove(route, c, seen);
  if (typed('do') === 'put-back') return putBack(route, c, seen);
  const alt = typed('alt').trim();
  if (typed('do') === 'replace') {
    const saved = await replacePicture(route.system, c.var.viewer, { ...seen, text: typed('text') });
    return saved.result === 'overtaken' ? refuse(route, c, 'overtaken', alt) : answer(route, c, saved, alt);
  }
  return upload(route, c, form.get('picture'), alt);
}

async function upload(route: PlaybookRoute, c: Context_, file: File | string | null, alt: string) {
  const { language, viewer } = c.var;
  if (!(file instanceof File) || file.size === 0) return refuse(route, c, 'no-file', alt);
  if (alt === '') return refuse(route, c, 'no-alt', alt);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const uploaded = await uploadPicture(route.system, viewer, { name: file.name, bytes });
  if (uploaded.result !== 'taken') return answer(route, c, uploaded, alt);
  return route.show(c, {
    ...{ current: 'playbook', title: pictureWords[language].taken.title, status: 409 },
    content: <TakenName {...uploaded} {...{ language, alt }} />,
  });
}

/** The description stands in no address, so this is the page itself: sending it again changes nothing. */
function answer(route: PlaybookRoute, c: Context_, saved: SavedPicture, alt: string) {
  if (saved.result === 'refused') return refuse(route, c, saved.why, alt);
  const notice = <SavedPictureNotice {...saved} language={c.var.language} alt={alt} />;
  return showPictures(route, c, { notice });
}

async function remove(route: PlaybookRoute, c: Context_, seen: { path: string; etag: string }) {
  const result = await removePicture(route.system, c.var.viewer, seen);
  return result === 'removed'
    ? c.redirect(`${picturesAddress}?removed=yes`, 303)
    : refuse(route, c, result, '');
}

async function putBack(
  { system, ...route }: PlaybookRoute,
  c: Context_,
  seen: { path: string; etag: string },
) {
  const { discardDraft } = await import('../../../shared/usecases/playbook/draft/discard-draft.ts');
  const result = await discardDraft(system, c.var.viewer, { path: seen.path, ifMatch: seen.etag });
  return result === 'discarded'
    ? c.redirect(`${picturesAddress}?putBack=yes`, 303)
    : refuse({ system, ...route }, c, result, '');
}

function refuse(route: PlaybookRoute, c: Context_, why: keyof PictureWords['refused'], alt: string) {
  const notice = (
    <p class="notice refusal" role="alert">
      {pictureWords[c.var.language].refused[why]}
    </p>
  );
  const status = why === 'used' || why === 'overtaken' ? 409 : 422;
  return showPictures(route, c, { notice, alt, status });
}
