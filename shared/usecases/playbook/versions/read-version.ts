import type { PlaybookFiles } from '../../../playbook/files/playbook-files.ts';
import type { Editor, VersionEntry } from '../../../playbook/versions/version.ts';
import { getPlaybookFiles } from '../../../store/playbook/playbook-files.ts';
import { versionEntry } from '../../../store/playbook/playbook-versions.ts';
import type { Table } from '../../../store/table.ts';
import { assertEditor } from '../editor.ts';

export interface ReadVersion {
  entry: VersionEntry;
  /** Undefined of a version from before files were stored. */
  files: PlaybookFiles | undefined;
}

/** A version with its files; undefined when there is no such version. @throws NotAllowed */
export async function readVersion(
  { table }: { table: Table },
  editor: Editor,
  version: number,
): Promise<ReadVersion | undefined> {
  assertEditor(editor, 'see-playbook');
  if (!Number.isInteger(version) || version < 1 || version > 999_999) return undefined;
  const entry = await versionEntry(table, version);
  if (entry === undefined) return undefined;
  return { entry, files: entry.manifest && (await getPlaybookFiles(table, entry.manifest)) };
}
