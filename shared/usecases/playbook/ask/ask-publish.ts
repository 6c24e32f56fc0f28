import type { PublishAnswer } from '../../../contract/playbook-commands.ts';
import { clean } from '../../../domain/clean-text.ts';
import type { PlaybookFiles } from '../../../playbook/files/playbook-files.ts';
import type { Author, Editor } from '../../../playbook/versions/version.ts';
import { recordLog } from '../../console/record-log.ts';
import { actorOf, assertEditor, authorOf } from '../editor.ts';
import type { AskSystem } from './ask-system.ts';

const MAX_NOTE = 300;

/** What somebody publishes, and what they saw when they decided to. */
export interface AskedPublication {
  note: string;
  /** The version that was live. */
  over?: number | undefined;
  /** The etag of the draft as a whole. */
  draft?: string | undefined;
  /** In place of the draft: of somebody who works in a folder. */
  files?: PlaybookFiles | undefined;
}

/**
 * Publishes the shared draft: checks it, compiles it, and makes it live as a new version. Repeating it changes nothing.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function askPublish(
  system: AskSystem,
  editor: Editor,
  { note, over, draft, files }: AskedPublication,
): Promise<PublishAnswer> {
  assertEditor(editor, 'change-playbook');
  const detail = files === undefined ? 'draft' : 'folder';
  await recordLog(system, actorOf(editor), { kind: 'playbook-published', detail });
  return system.askPlaybook({
    ...{ do: 'publish', ...publicationBy(editor, note) },
    ...(over !== undefined && { over }),
    ...(draft !== undefined && { draft }),
    ...(files !== undefined && { files }),
  });
}

/**
 * Makes the files of an older version live again, under a new number.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function askPublishVersion(
  system: AskSystem,
  editor: Editor,
  { version, note, over }: { version: number; note: string; over?: number | undefined },
): Promise<PublishAnswer> {
  assertEditor(editor, 'change-playbook');
  const deed = { kind: 'playbook-published', detail: `version-${version}` } as const;
  await recordLog(system, actorOf(editor), deed);
  return system.askPlaybook({
    ...{ do: 'publish-version', version, ...publicationBy(editor, note) },
    ...(over !== undefined && { over }),
  });
}

function publicationBy(editor: Editor, note: string) {
  return { by: authorOf(editor) as Exclude<Author, { by: 'deployment' }>, note: clean(note, MAX_NOTE) };
}
