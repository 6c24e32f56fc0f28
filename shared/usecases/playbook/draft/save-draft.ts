import {
  isPlaybookPath,
  LARGEST_FILE_BYTES,
  LARGEST_PLAYBOOK_BYTES,
  MOST_FILES,
  PICTURES,
} from '../../../playbook/files/playbook-files.ts';
import { parsePictureText } from '../../../playbook/picture-files/picture-text.ts';
import {
  type DraftedFile,
  draftedFile,
  etagOf,
  type FileDraft,
  REMOVED,
} from '../../../playbook/versions/shared-draft.ts';
import type { Editor } from '../../../playbook/versions/version.ts';
import { getPicture } from '../../../store/look/pictures.ts';
import { getDraft, listDrafts, putDraft, removeDraft } from '../../../store/playbook/playbook-drafts.ts';
import { getPlaybookFiles } from '../../../store/playbook/playbook-files.ts';
import type { Table } from '../../../store/table.ts';
import { untilWritten } from '../../../store/until-written.ts';
import { type LogSystem, recordLog } from '../../console/record-log.ts';
import { actorOf, assertEditor, authorOf } from '../editor.ts';
import { type DraftedText, type LiveVersion, liveVersion } from './load-draft.ts';

/** What somebody makes of a file. */
export interface SavedFile {
  path: string;
  /** Undefined removes the file. */
  text: string | undefined;
  /** The etag of the file that they changed; undefined: the file is new. */
  ifMatch: string | undefined;
  /** The digest of the published text that they saw beside a draft that was `behind`: it is not behind any more. */
  seen?: string | undefined;
}

export type Saved =
  | { result: 'saved'; file: DraftedFile }
  /** Somebody else was first: the file as it is now; undefined when it is gone. */
  | { result: 'overtaken'; file: DraftedText | undefined }
  | { result: 'refused'; why: 'path' | 'no-picture' | 'too-large' | 'too-many' | 'nothing-published' };

/**
 * Saves one file of the shared draft, or removes it, if it is still as whoever changed it has read it. Saving the same
 * text again changes nothing.
 * @throws NotAllowed
 */
export async function saveDraft(system: LogSystem, editor: Editor, saved: SavedFile): Promise<Saved> {
  assertEditor(editor, 'change-playbook');
  const { table } = system;
  const { path, text } = saved;
  const why = await refusal(table, saved);
  if (why !== undefined) return { result: 'refused', why };
  const deed = text === undefined ? 'remove' : 'save';
  await recordLog(system, actorOf(editor), { kind: 'playbook-changed', about: path, detail: deed });
  return untilWritten<Saved>(async () => {
    const [live, draft] = await Promise.all([liveVersion(table), getDraft(table, path)]);
    if (live === undefined) return { result: 'refused', why: 'nothing-published' };
    const file = draftedFile(path, live.manifest[path], draft);
    const next = nextDraft(system, editor, saved, { live, draft });
    if (file?.etag === etagOf(next) && draft?.from === next.from) return { result: 'saved', file };
    const isAsRead = isSame(file?.etag, saved.ifMatch) || file?.etag === etagOf(next);
    if (!isAsRead) return { result: 'overtaken', file: file && (await withText(table, file, live, draft)) };
    const written = await write(table, next, { live, draft });
    const after = draftedFile(path, live.manifest[path], next);
    if (written === 'conflict') return 'conflict';
    return { result: 'saved', file: after ?? { path, etag: REMOVED, state: 'same' } };
  });
}

/** Whether somebody who read that etag still has the file as it is; a file that is not there has none. */
function isSame(etag: string | undefined, read: string | undefined): boolean {
  return (etag ?? REMOVED) === (read ?? REMOVED);
}

interface Around {
  live: LiveVersion;
  draft: FileDraft | undefined;
}

function nextDraft(
  { now }: LogSystem,
  editor: Editor,
  { path, text, seen }: SavedFile,
  { live, draft }: Around,
): FileDraft {
  const published = live.manifest[path];
  const from = draft === undefined || seen === published ? published : draft.from;
  return {
    ...{ path, by: authorOf(editor), at: now() },
    ...(text !== undefined && { text }),
    ...(from !== undefined && { from }),
  };
}

/** A draft that says what is published is none. */
function write(table: Table, next: FileDraft, { live, draft }: Around) {
  const before = draft && etagOf(draft);
  const isAsPublished = etagOf(next) === (live.manifest[next.path] ?? REMOVED);
  if (!isAsPublished) return putDraft(table, next, before);
  return before === undefined ? 'written' : removeDraft(table, next.path, before);
}

async function withText(
  table: Table,
  file: DraftedFile,
  { manifest }: LiveVersion,
  draft: FileDraft | undefined,
): Promise<DraftedText> {
  const { path, state } = file;
  const published = manifest[path];
  const texts = await getPlaybookFiles(table, published === undefined ? {} : { [path]: published });
  const live = texts[path];
  const text = (state === 'same' ? live : draft?.text) ?? '';
  return { ...file, text, ...(live !== undefined && { live }) };
}

async function refusal(table: Table, { path, text = '', ifMatch }: SavedFile) {
  if (!isPlaybookPath(path)) return 'path';
  if (Buffer.byteLength(text) > LARGEST_FILE_BYTES) return 'too-large';
  if (path.startsWith(PICTURES) && text !== '' && !(await isStoredPicture(table, text))) return 'no-picture';
  // Only a new file, or much text, can be one too many.
  if (ifMatch !== undefined && text.length < LARGEST_FILE_BYTES / 4) return undefined;
  const [live, drafts] = await Promise.all([liveVersion(table), listDrafts(table)]);
  const paths = new Set([...Object.keys(live?.manifest ?? {}), ...drafts.map((draft) => draft.path), path]);
  if (paths.size > MOST_FILES) return 'too-many';
  const others = drafts.filter((draft) => draft.path !== path).map((draft) => draft.text ?? '');
  const bytes = [...others, text].reduce((sum, one) => sum + Buffer.byteLength(one), 0);
  return bytes > LARGEST_PLAYBOOK_BYTES / 2 ? 'too-large' : undefined;
}

/** Whether a text stands for a picture that everybody can see: nothing else may be in the folder of pictures. */
async function isStoredPicture(table: Table, text: string): Promise<boolean> {
  const picture = parsePictureText(text);
  return (
    picture !== undefined && 'digest' in picture && (await getPicture(table, picture.digest)) !== undefined
  );
}
