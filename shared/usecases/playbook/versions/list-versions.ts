import type { Editor, VersionEntry } from '../../../playbook/versions/version.ts';
import { listVersionEntries, versionEntry } from '../../../store/playbook/playbook-versions.ts';
import { getPublishedPlaybook } from '../../../store/playbook/playbooks.ts';
import type { Table } from '../../../store/table.ts';
import { assertEditor } from '../editor.ts';

export interface VersionList {
  /** Newest first. */
  versions: VersionEntry[];
  /** The number of the version that is live; 0 when nothing was published. */
  live: number;
  /** Older ones are before this number; undefined when there are none. */
  next?: number;
}

/** The versions that are or were live, newest first, before a number. @throws NotAllowed */
export async function listVersions(
  { table }: { table: Table },
  editor: Editor,
  { before, limit = 25 }: { before?: number | undefined; limit?: number } = {},
): Promise<VersionList> {
  assertEditor(editor, 'see-playbook');
  const [current, listed] = await Promise.all([
    getPublishedPlaybook(table),
    listVersionEntries(table, { before, limit: limit + 1 }),
  ]);
  const live = current?.version ?? 0;
  const isMissing = before === undefined && live > 0 && listed.every(({ version }) => version !== live);
  const newest = isMissing ? await versionEntry(table, live) : undefined;
  const all = newest ? [newest, ...listed] : listed;
  const versions = all.slice(0, limit);
  const last = versions.at(-1);
  return { versions, live, ...(all.length > limit && last && { next: last.version }) };
}
