import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { ToldMistake } from '../../../shared/domain/playbook/mistake.ts';
import { askCheck } from '../../../shared/usecases/playbook/ask/ask-draft.ts';
import type { AskSystem } from '../../../shared/usecases/playbook/ask/ask-system.ts';

/** The mistakes of the draft with a file as it is typed; undefined when it cannot be checked: the page shows all the same. */
export async function checkedOrNot(
  system: Pick<AskSystem, 'askPlaybook'>,
  viewer: Viewer,
  language: Language,
  typed?: { path: string; text: string },
): Promise<ToldMistake[] | undefined> {
  const answer = await askCheck(system, viewer, language, typed).catch(() => undefined);
  return answer?.result === 'checked' ? answer.mistakes : undefined;
}
