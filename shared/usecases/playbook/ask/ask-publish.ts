import type { PublishAnswer } from '../../../contract/playbook-commands.ts';
import { clean } from '../../../domain/clean-text.ts';
import type { Language } from '../../../domain/language.ts';
import type { PlaybookFiles } from '../../../playbook/files/playbook-files.ts';
import type { Author, Editor } from '../../../playbook/versions/version.ts';
import { recordLog } from '../../console/record-log.ts';
import { actorOf, assertEditor, authorOf } from '../editor.ts';
import type { AskSystem } from './ask-system.ts';

const MAX_NOTE = 300;

/** What somebody publishes, and what they saw when they decided to. */
export interface AskedPublication {
  note: string;
  /** Of whoever publishes: in it they are told what is wrong. */
  language: Language;
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
  { note, language, over, draft, files }: AskedPublication,
): Promise<PublishAnswer> {
  assertEditor(editor, 'change-playbook');
  const detail = files === undefined ? 'draft' : 'folder';
  await recordLog(system, actorOf(editor), { kind: 'playbook-published', detail });
  return system.askPlaybook({
    ...{ do: 'publish', language, ...publicationBy(editor, note) },
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
  {
    version,
    note,
    language,
    over,
  }: Pick<AskedPublication, 'note' | 'language' | 'over'> & { version: number },
): Promise<PublishAnswer> {
  assertEditor(editor, 'change-playbook');
  const deed = { kind: 'playbook-published', detail: `version-${version}` } as const;
  await recordLog(system, actorOf(editor), deed);
  return system.askPlaybook({
    ...{ do: 'publish-version', version, language, ...publicationBy(editor, note) },
    ...(over !== undefined && { over }),
  });
}

function publicationBy(editor: Editor, note: string) {
  return { by: authorOf(editor) as Exclude<Author, { by: 'deployment' }>, note: clean(note, MAX_NOTE) };
}
