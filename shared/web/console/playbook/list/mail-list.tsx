import type { Language } from '../../../../domain/language.ts';
import type { Mistake } from '../../../../playbook/mistake.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';
import { fileAddress } from '../addresses.ts';
import { playbookWords } from '../words.ts';
import { mailFiles } from './file-subjects.ts';

interface Props {
  language: Language;
  files: readonly DraftedFile[];
  mistakes: readonly Mistake[];
}

/** The mails, a line each, with a link for each language. */
export function MailList({ language, files, mistakes }: Props) {
  const words = playbookWords[language];
  const wrongIn = (path: string) => mistakes.filter((one) => one.file === path && !one.isWarning).length;
  return (
    <section class="card">
      <h2>{words.mails}</h2>
      <ul class="plain-list mail-list">
        {mailFiles(files).map(({ name, files: own }) => (
          <li>
            <span>{name}</span>
            {own.map(({ path, state }) => (
              <>
                <a href={fileAddress(path)} aria-label={path}>
                  {path.split('.').at(-2)}
                </a>
                {state !== 'same' && <span class="tag">{words.states[state]}</span>}
                {wrongIn(path) > 0 && <span class="tag bad">{words.entries.mistakes(wrongIn(path))}</span>}
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
