import {
  isTooLarge,
  LARGEST_PLAYBOOK_BYTES,
  type PlaybookFiles,
} from '../../../playbook/files/playbook-files.ts';
import type { NewFiles, NotMade } from '../../../playbook/new/new-files.ts';
import type { Editor } from '../../../playbook/versions/version.ts';
import { untilWritten } from '../../../store/until-written.ts';
import type { LogSystem } from '../../console/record-log.ts';
import { assertEditor } from '../editor.ts';
import { filesOf, loadDraft, type SharedDraft } from './load-draft.ts';
import { type Saved, saveDraft } from './save-draft.ts';

export type MadeDrafts =
  | { result: 'made' }
  /** Nothing was written: what stands in the way. */
  | { result: 'not-made'; because: Omit<NotMade, 'ok'> }
  | { result: 'refused'; why: Extract<Saved, { result: 'refused' }>['why'] };

/**
 * Makes new files in the shared draft, the mails before what names them. Whoever dies half-way makes the rest by asking
 * for the same again; what others saved meanwhile stays.
 * @param make the new files over those of the draft, which says the same whenever it is asked
 * @throws NotAllowed
 */
export async function makeDrafts(
  system: LogSystem,
  editor: Editor,
  make: (files: PlaybookFiles) => NewFiles,
): Promise<MadeDrafts> {
  assertEditor(editor, 'change-playbook');
  return untilWritten<MadeDrafts>(async () => {
    const draft = await loadDraft(system.table);
    if (draft === undefined) return { result: 'refused', why: 'nothing-published' };
    const made = make(filesOf(draft));
    if (!made.ok) return { result: 'not-made', because: { why: made.why, where: made.where } };
    if (isTooMuch(draft, made)) return { result: 'refused', why: 'too-large' };
    for (const path of made.changed) {
      const ifMatch = draft.files.find((file) => file.path === path)?.etag;
      const saved = await saveDraft(system, editor, { path, text: made.files[path], ifMatch });
      if (saved.result === 'overtaken') return 'conflict';
      if (saved.result === 'refused') return saved;
    }
    return { result: 'made' };
  });
}

/** Whether the drafts would be refused half-way: then not even the first of them is written. */
function isTooMuch({ files }: SharedDraft, made: Extract<NewFiles, { ok: true }>): boolean {
  const drafted = files.filter(({ state }) => state !== 'same').map(({ path }) => path);
  const texts = [...new Set([...drafted, ...made.changed])].map((path) => made.files[path] ?? '');
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return isTooLarge(made.files) || bytes > LARGEST_PLAYBOOK_BYTES / 2;
}
