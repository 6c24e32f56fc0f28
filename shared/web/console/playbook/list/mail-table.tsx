import type { Language } from '../../../../domain/language.ts';
import type { ToldMistake } from '../../../../domain/playbook/mistake.ts';
import { ownName } from '../../../language.ts';
import { fileAddress } from '../addresses.ts';
import { newWords } from '../new/words.ts';
import { playbookWords } from '../words.ts';
import type { DraftedMail } from './drafted-mails.ts';
import { FileTags } from './file-tags.tsx';

interface Props {
  language: Language;
  timeZone: string;
  mails: readonly DraftedMail[];
  mistakes?: readonly ToldMistake[] | undefined;
}

/** The mails of the shared draft by their subject, with a link to the text in each language. */
export function MailTable({ language, timeZone, mails, mistakes }: Props) {
  const words = playbookWords[language].mails;
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.write}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map(({ name, subjects, files }) => (
            <tr>
              <th scope="row">{subjects[language] ?? Object.values(subjects)[0] ?? name}</th>
              <td data-label={words.name}>{name}</td>
              <td data-label={words.write}>
                <ul class="plain-list">
                  {files.map((file) => (
                    <li>
                      <a href={fileAddress(file.path)} aria-label={words.writeIn(name, ownName(file.locale))}>
                        {ownName(file.locale)}
                      </a>
                      {file.unwritten > 0 && <span class="tag late">{newWords[language].startingText}</span>}
                      <FileTags {...{ language, timeZone, file, mistakes }} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
