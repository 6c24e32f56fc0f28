import type {
  CheckAnswer,
  CheckVersionAnswer,
  PlaybookCommand,
  PreviewAnswer,
  TryAnswer,
} from '../../../contract/playbook-commands.ts';
import type { Language } from '../../../domain/language.ts';
import type { Editor } from '../../../playbook/versions/version.ts';
import { assertEditor } from '../editor.ts';
import type { AskSystem } from './ask-system.ts';

type Asking = Pick<AskSystem, 'askPlaybook'>;

/**
 * All mistakes in the shared draft, or in what it would be with one file as somebody has it before them.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function askCheck(
  { askPlaybook }: Asking,
  editor: Editor,
  language: Language,
  unsaved?: { path: string; text: string | null },
): Promise<CheckAnswer> {
  assertEditor(editor, 'see-playbook');
  return askPlaybook({ do: 'check', language, ...(unsaved && { unsaved }) });
}

/**
 * All mistakes that today's check finds in the files of an older version.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function askCheckVersion(
  { askPlaybook }: Asking,
  editor: Editor,
  language: Language,
  version: number,
): Promise<CheckVersionAnswer> {
  assertEditor(editor, 'see-playbook');
  return askPlaybook({ do: 'check-version', language, version });
}

/** Which mail of the draft, for whom, and perhaps with a text that is not saved. */
export type AskedPreview = Omit<Extract<PlaybookCommand, { do: 'preview' }>, 'do'>;

/**
 * A mail of the shared draft as somebody would get it. What it fills in was read by whoever asks, with their rights.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function askPreview(
  { askPlaybook }: Asking,
  editor: Editor,
  asked: AskedPreview,
): Promise<PreviewAnswer> {
  assertEditor(editor, 'see-playbook');
  return askPlaybook({ do: 'preview', ...asked });
}

/**
 * What publishing the shared draft would do to the leads there are; changes nothing.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function askTry(
  { askPlaybook }: Asking,
  editor: Editor,
  language: Language,
): Promise<TryAnswer> {
  assertEditor(editor, 'see-playbook');
  return askPlaybook({ do: 'try', language });
}
