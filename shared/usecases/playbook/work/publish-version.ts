import type { PublishAnswer } from '../../../contract/playbook-commands.ts';
import type { Language } from '../../../domain/language.ts';
import type { Author } from '../../../playbook/versions/version.ts';
import { getPlaybookFiles } from '../../../store/playbook/playbook-files.ts';
import { versionEntry } from '../../../store/playbook/playbook-versions.ts';
import { getPublishedPlaybook } from '../../../store/playbook/playbooks.ts';
import type { PublishSystem } from '../publish-playbook/start-jobs.ts';
import { publishFiles } from './publish-draft.ts';

/** An older version that is to be live again. */
export interface VersionPublication {
  version: number;
  by: Author;
  /** In which they are told what is wrong. */
  language: Language;
  note: string;
  /** Only over this version, or if the very same is live already. */
  over?: number | undefined;
}

/**
 * Makes the files of an older version live again, under a new number, if they still pass the check. Drafts stay: those
 * that began from another text are behind then. Repeating it changes nothing.
 */
export async function publishVersion(
  system: PublishSystem,
  { version, by, language, note, over }: VersionPublication,
): Promise<PublishAnswer> {
  const { table } = system;
  const [entry, current] = await Promise.all([versionEntry(table, version), getPublishedPlaybook(table)]);
  if (entry?.manifest === undefined) return { result: 'unknown' };
  const files = await getPlaybookFiles(table, entry.manifest);
  const live = current?.version ?? 0;
  return publishFiles(system, files, { author: by, language, note, over: over ?? live });
}
