import type { PlaybookCommand, PreviewAnswer } from '../../../contract/playbook-commands.ts';
import type { Editor } from '../../../playbook/versions/version.ts';
import { assertEditor } from '../editor.ts';
import type { AskSystem } from './ask-system.ts';

/** Which mail of the draft, for whom, and perhaps with a text that is not saved. */
export type AskedPreview = Omit<Extract<PlaybookCommand, { do: 'preview' }>, 'do'>;

/**
 * A mail of the shared draft as somebody would get it. What it fills in was read by whoever asks, with their rights.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function askPreview(
  { askPlaybook }: Pick<AskSystem, 'askPlaybook'>,
  editor: Editor,
  asked: AskedPreview,
): Promise<PreviewAnswer> {
  assertEditor(editor, 'see-playbook');
  return askPlaybook({ do: 'preview', ...asked });
}
