import { type CheckAnswer, toldMistakes } from '../../../contract/playbook-commands.ts';
import type { Language } from '../../../domain/language.ts';
import { changeWarnings } from '../../../playbook/checks/change-warnings.ts';
import type { PlaybookFiles } from '../../../playbook/files/playbook-files.ts';
import { loadPlaybook } from '../../../playbook/load-playbook.ts';
import { getPublishedPlaybook } from '../../../store/playbook/playbooks.ts';
import type { Table } from '../../../store/table.ts';
import { filesOf, loadDraft } from '../draft/load-draft.ts';

/** One file with a text that is not saved; null: as if it were removed. */
export interface Unsaved {
  path: string;
  text: string | null;
}

/** All mistakes in the draft, in the order of its files; without any, what its changes would do that may not be meant. */
export async function checkDraft(
  { table }: { table: Table },
  { unsaved, language }: { unsaved?: Unsaved | undefined; language: Language },
): Promise<CheckAnswer> {
  const [draft, current] = await Promise.all([loadDraft(table), getPublishedPlaybook(table)]);
  if (draft === undefined || current === undefined) return { result: 'unpublished' };
  const files = withUnsaved(filesOf(draft), unsaved);
  const loaded = loadPlaybook(files);
  const found = loaded.ok
    ? [...loaded.warnings, ...changeWarnings(files, current.content, loaded.content)]
    : loaded.mistakes;
  return {
    result: 'checked',
    etag: draft.etag,
    version: draft.live.version,
    ...toldMistakes(found, language),
  };
}

/** The files with one of them as somebody has it before them. */
export function withUnsaved(files: PlaybookFiles, unsaved: Unsaved | undefined): PlaybookFiles {
  if (unsaved === undefined) return files;
  const { [unsaved.path]: _, ...others } = files;
  return unsaved.text === null ? others : { ...others, [unsaved.path]: unsaved.text };
}
