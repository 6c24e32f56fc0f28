import type { Language } from '../../../../domain/language.ts';
import type { ToldMistake } from '../../../../domain/playbook/mistake.ts';
import { playbookWords } from '../words.ts';

interface Props {
  language: Language;
  mistakes: readonly ToldMistake[];
  /** Where a mistake can be put right. */
  address: (mistake: ToldMistake) => string;
}

/** All mistakes and warnings at once, each with a link to its place. */
export function MistakeList({ language, mistakes, address }: Props) {
  const words = playbookWords[language].mistakes;
  const wrong = mistakes.filter(({ isWarning }) => !isWarning);
  const warnings = mistakes.filter(({ isWarning }) => isWarning);
  if (mistakes.length === 0) return null;
  const list = (all: readonly ToldMistake[]) => (
    <ul>
      {all.map((mistake) => (
        <li>
          <a href={address(mistake)}>{words.place(mistake.file, mistake.line)}</a>{' '}
          {mistake.field !== '' && <code>{mistake.field}</code>} {`${mistake.problem}; ${mistake.remedy}`}
        </li>
      ))}
    </ul>
  );
  return (
    <div class="notice refusal" id="mistakes">
      {wrong.length > 0 && (
        <>
          <p>
            <strong>{words.wrong(wrong.length)}</strong>
          </p>
          {list(wrong)}
        </>
      )}
      {warnings.length > 0 && (
        <>
          <p>
            <strong>{words.warnings(warnings.length)}</strong>
          </p>
          {list(warnings)}
        </>
      )}
    </div>
  );
}
