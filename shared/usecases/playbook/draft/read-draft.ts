import type { Editor } from '../../../playbook/versions/version.ts';
import type { Table } from '../../../store/table.ts';
import { assertEditor } from '../editor.ts';
import { loadDraft, type SharedDraft } from './load-draft.ts';

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
