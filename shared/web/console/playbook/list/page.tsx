import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import type { ToldMistake } from '../../../../domain/playbook/mistake.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';
import type { VersionEntry } from '../../../../playbook/versions/version.ts';
import { fileAddress, picturesAddress } from '../addresses.ts';
import { fileTitle } from '../file-title.ts';
import { MistakeList } from '../kit/mistake-list.tsx';
import { mistakeAddress } from '../mistake-address.ts';
import { pictureWords } from '../pictures/words.ts';
import { VersionList } from '../versions/version-list.tsx';
import { playbookWords } from '../words.ts';
import type { DraftedMail } from './drafted-mails.ts';
import { fileSubjects } from './file-subjects.ts';
import { FileTags } from './file-tags.tsx';
import { MailTable } from './mail-table.tsx';

export interface FilesPageProps {
  language: Language;
  timeZone: string;
  mayChange: boolean;
  /** The version that is live. */
  version: number;
  /** All but the mails. */
  files: readonly DraftedFile[];
  mails: readonly DraftedMail[];
  /** Undefined when it could not be checked. */
  mistakes: readonly ToldMistake[] | undefined;
  versions: readonly VersionEntry[];
  /** Older versions are before this one. */
  older?: number | undefined;
  /** What became of what was sent. */
  notice?: Child;
  /** The form that publishes. */
  publish?: Child;
  /** What makes something new. */
  makeNew?: Child;
  /** The form that makes a mail. */
  addMail?: Child;
}

/** The playbook: its files by subject, what is wrong in them, publishing, and the versions there were. */
export function FilesPage(props: FilesPageProps) {
  const { language, mistakes, files, mails, mayChange } = props;
  const words = playbookWords[language];
  return (
    <>
      <h1>{words.title}</h1>
      {props.notice}
      <p>{mayChange ? words.intro(props.version) : words.readOnly}</p>
      {props.makeNew}
      {mistakes === undefined ? (
        <p class="notice refusal">{words.file.notChecked}</p>
      ) : (
        <MistakeList language={language} mistakes={mistakes} address={mistakeAddress} />
      )}
      {mayChange && props.publish}
      <div class="columns">
        {fileSubjects(files).map(({ subject, files: own }) => (
          <section class="card">
            <h2>{words.subjects[subject]}</h2>
            <ul class="plain-list">
              {own.map((file) => (
                <li>
                  <a href={fileAddress(file.path)}>{fileTitle(file.path, language)}</a>
                  <FileTags {...props} file={file} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {props.addMail}
      {mails.length > 0 && <MailTable {...props} />}
      <p>
        <a href={picturesAddress}>{pictureWords[language].title}</a>
      </p>
      <section class="card" id="versions">
        <h2>{words.versions.title}</h2>
        <VersionList {...props} />
      </section>
    </>
  );
}
