import type { CheckAnswer } from '../../../contract/playbook-commands.ts';
import type { Editor } from '../../../playbook/versions/version.ts';
import { assertEditor } from '../editor.ts';
import type { AskSystem } from './ask-system.ts';

/**
 * All mistakes in the shared draft, or in what it would be with one file as somebody has it before them.
 * @throws NotAllowed; Error when the function does not answer: try again
 */
export async function askCheck(
  { askPlaybook }: Pick<AskSystem, 'askPlaybook'>,
  editor: Editor,
  unsaved?: { path: string; text: string | null },
): Promise<CheckAnswer> {
  assertEditor(editor, 'see-playbook');
  return askPlaybook({ do: 'check', ...(unsaved && { unsaved }) });
}
