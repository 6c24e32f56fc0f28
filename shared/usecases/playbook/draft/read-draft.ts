import { REMOVED } from '../../../playbook/versions/shared-draft.ts';
import type { Editor } from '../../../playbook/versions/version.ts';
import type { Table } from '../../../store/table.ts';
import { assertEditor } from '../editor.ts';
import { type DraftedText, loadDraft, type SharedDraft } from './load-draft.ts';

/**
 * The draft that everybody shares, with all its texts.
 * @returns undefined when nothing was published yet, or only from before files were stored: deploy once
 * @throws NotAllowed
 */
export async function readDraft(
  { table }: { table: Table },
  editor: Editor,
): Promise<SharedDraft | undefined> {
  assertEditor(editor, 'see-playbook');
  return loadDraft(table);
}

/** One file of it; undefined when it is not there, or is to be removed. @throws NotAllowed */
export async function readDraftFile(
  system: { table: Table },
  editor: Editor,
  path: string,
): Promise<DraftedText | undefined> {
  const draft = await readDraft(system, editor);
  return draft?.files.find((file) => file.path === path && file.etag !== REMOVED);
}
