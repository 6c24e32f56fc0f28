import type { Language } from '../../../../domain/language.ts';
import type { ToldMistake } from '../../../../domain/playbook/mistake.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';
import { shortDateTime } from '../../../language.ts';
import { authorText } from '../author-text.ts';
import { playbookWords } from '../words.ts';

interface Props {
  language: Language;
  timeZone: string;
  file: DraftedFile;
  mistakes?: readonly ToldMistake[] | undefined;
}

/** What stands behind the name of a file: what the draft made of it, how many mistakes it has, and who saved it last. */
export function FileTags({ language, timeZone, file, mistakes = [] }: Props) {
  const words = playbookWords[language];
  const { path, state, by, at } = file;
  const wrong = mistakes.filter((one) => one.file === path && !one.isWarning).length;
  return (
    <>
      {state !== 'same' && <span class={state === 'behind' ? 'tag late' : 'tag'}>{words.states[state]}</span>}
      {wrong > 0 && <span class="tag bad">{words.entries.mistakes(wrong)}</span>}
      {by && at && (
        <span class="quiet small">
          {words.by(authorText(by, language), shortDateTime(language, at, timeZone))}
        </span>
      )}
    </>
  );
}
