import type { Picture } from '../../domain/look/picture.ts';
import { PICTURES } from '../../playbook/files/playbook-files.ts';
import { pictureName } from '../../playbook/picture-files/picture-name.ts';
import { type PictureRefusal, parsePictureText } from '../../playbook/picture-files/picture-text.ts';
import { type DraftedFile, REMOVED } from '../../playbook/versions/shared-draft.ts';
import type { Editor } from '../../playbook/versions/version.ts';
import type { Table } from '../../store/table.ts';
import type { LogSystem } from '../console/record-log.ts';
import { filesOf } from '../playbook/draft/load-draft.ts';
import { readDraft } from '../playbook/draft/read-draft.ts';
import { type Saved, saveDraft } from '../playbook/draft/save-draft.ts';
import { assertEditor } from '../playbook/editor.ts';
import { storePicture } from './store-picture.ts';

/** A picture of the shared draft. */
export interface DraftedPicture {
  path: string;
  /** Of one that the draft removes: the published one. */
  picture: Picture;
  /** What is live, where the draft replaces it. */
  published?: Picture;
  etag: string;
  /** What the draft made of it. */
  state: DraftedFile['state'];
  /** The files that show it. */
  usedIn: string[];
}

/** The pictures of the shared draft by name, with those that it removes; undefined when no playbook was published yet. @throws NotAllowed */
export async function listPictures(
  system: { table: Table },
  editor: Editor,
): Promise<DraftedPicture[] | undefined> {
  const draft = await readDraft(system, editor);
  if (draft === undefined) return undefined;
  const texts = Object.entries(filesOf(draft)).filter(([path]) => !path.startsWith(PICTURES));
  return draft.files
    .filter(({ path }) => path.startsWith(PICTURES))
    .flatMap(({ path, text, live = '', etag, state }) => {
      const published = pictureOf(live);
      const picture = etag === REMOVED ? published : pictureOf(text);
      if (picture === undefined) return [];
      const usedIn = texts.filter(([file, other]) => shows(file, other, path)).map(([file]) => file);
      const isReplaced = published !== undefined && published.digest !== picture.digest;
      return [{ path, picture, ...(isReplaced && { published }), etag, state, usedIn }];
    });
}

/** What a comment of a setting names as an example is not shown. */
function shows(file: string, text: string, path: string): boolean {
  const said = file.endsWith('.yaml') ? text.replace(/^\s*#.*$/gm, '') : text;
  return new RegExp(`(?<![\\w/-])${path.replaceAll('.', '\\.')}`).test(said);
}

export type SavedPicture =
  | { result: 'saved'; path: string; picture: Picture }
  | { result: 'refused'; why: PictureRefusal | (Saved & { result: 'refused' })['why'] };

/** Another picture has this name. Whoever wants the new one in its place says so with its `text` and the other's etag. */
export interface TakenName {
  result: 'taken';
  path: string;
  picture: Picture;
  text: string;
  there: { picture: Picture | undefined; etag: string };
}

/**
 * Stores a picture and adds it to the shared draft under its own name. The same picture under the same name changes
 * nothing; another picture never takes the place of one by itself.
 * @throws NotAllowed
 */
export async function uploadPicture(
  system: LogSystem,
  editor: Editor,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<SavedPicture | TakenName> {
  const stored = await storePicture(system, editor, bytes);
  if (stored.result === 'refused') return stored;
  const { picture, text } = stored;
  const path = pictureName(name, picture.type);
  const saved = await saveDraft(system, editor, { path, text, ifMatch: undefined });
  if (saved.result !== 'overtaken')
    return saved.result === 'refused' ? saved : { result: 'saved', path, picture };
  const there = { picture: pictureOf(saved.file?.text ?? ''), etag: saved.file?.etag ?? REMOVED };
  return { result: 'taken', path, picture, text, there };
}

/**
 * Puts a stored picture in the place of the one that has its name, if that is still the one that was seen.
 * @throws NotAllowed
 */
export async function replacePicture(
  system: LogSystem,
  editor: Editor,
  { path, text, etag }: { path: string; text: string; etag: string },
): Promise<SavedPicture | { result: 'overtaken' }> {
  const picture = pictureOf(text);
  if (picture === undefined || pictureName(path, picture.type) !== path)
    return { result: 'refused', why: 'no-picture' };
  const saved = await saveDraft(system, editor, { path, text, ifMatch: etag });
  if (saved.result === 'overtaken') return { result: 'overtaken' };
  return saved.result === 'refused' ? saved : { result: 'saved', path, picture };
}

function pictureOf(text: string): Picture | undefined {
  const picture = parsePictureText(text);
  return picture !== undefined && 'digest' in picture ? picture : undefined;
}

/** `used`: a file shows it. `overtaken`: somebody has put another in its place, or took it away. */
export type RemovedPicture = 'removed' | 'used' | 'overtaken';

/** Takes a picture that nothing shows out of the shared draft. Mails that were sent keep showing it. @throws NotAllowed */
export async function removePicture(
  system: LogSystem,
  editor: Editor,
  { path, etag }: { path: string; etag: string },
): Promise<RemovedPicture> {
  assertEditor(editor, 'change-playbook');
  const pictures = (await listPictures(system, editor)) ?? [];
  const found = pictures.find((picture) => picture.path === path);
  if (found === undefined) return 'overtaken';
  if (found.etag === REMOVED) return 'removed';
  if (found.usedIn.length > 0) return 'used';
  const saved = await saveDraft(system, editor, { path, text: undefined, ifMatch: etag });
  return saved.result === 'saved' ? 'removed' : 'overtaken';
}
