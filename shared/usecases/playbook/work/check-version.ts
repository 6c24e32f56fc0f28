import { type CheckVersionAnswer, toldMistakes } from '../../../contract/playbook-commands.ts';
import type { Language } from '../../../domain/language.ts';
import { changeWarnings } from '../../../playbook/checks/change-warnings.ts';
import { loadPlaybook } from '../../../playbook/load-playbook.ts';
import { getPlaybookFiles } from '../../../store/playbook/playbook-files.ts';
import { versionEntry } from '../../../store/playbook/playbook-versions.ts';
import { getPublishedPlaybook } from '../../../store/playbook/playbooks.ts';
import type { Table } from '../../../store/table.ts';

/** What today's check says of the files of an older version; without mistakes also its sequences, as they would be live. */
export async function checkVersion(
  { table }: { table: Table },
  { version, language }: { version: number; language: Language },
): Promise<CheckVersionAnswer> {
  const [entry, current] = await Promise.all([versionEntry(table, version), getPublishedPlaybook(table)]);
  if (entry?.manifest === undefined || current === undefined) return { result: 'unknown' };
  const files = await getPlaybookFiles(table, entry.manifest);
  const loaded = loadPlaybook(files);
  if (!loaded.ok) return { result: 'checked', ...toldMistakes(loaded.mistakes, language) };
  const found = [...loaded.warnings, ...changeWarnings(files, current.content, loaded.content)];
  return { result: 'checked', ...toldMistakes(found, language), sequences: loaded.content.sequences };
}
