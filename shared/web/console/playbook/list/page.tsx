import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import type { Mistake } from '../../../../playbook/mistake.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';
import type { VersionEntry } from '../../../../playbook/versions/version.ts';
import { shortDateTime } from '../../../language.ts';
import { fileAddress } from '../addresses.ts';
import { authorText } from '../author-text.ts';
import { fileTitle } from '../file-title.ts';
import { MistakeList } from '../kit/mistake-list.tsx';
import { mistakeAddress } from '../mistake-address.ts';
import { TryOutLink } from '../try-out/try-out-link.tsx';
import { VersionList } from '../versions/version-list.tsx';
import { playbookWords } from '../words.ts';
import { fileSubjects } from './file-subjects.ts';
import { MailList } from './mail-list.tsx';

export interface FilesPageProps {
  language: Language;
  timeZone: string;
  mayChange: boolean;
  /** The version that is live. */
  version: number;
  files: readonly DraftedFile[];
  /** Undefined when it could not be checked. */
  mistakes: readonly Mistake[] | undefined;
  versions: readonly VersionEntry[];
  /** Older versions are before this one. */
  older?: number | undefined;
  /** What became of what was sent. */
  notice?: Child;
  /** The form that publishes. */
  publish?: Child;
  /** The forms that make something new. */
  additions?: Child;
}

/** The playbook: its files by subject, what is wrong in them, publishing, and the versions there were. */
export function FilesPage(props: FilesPageProps) {
  const { language, mistakes, files, mayChange } = props;
  const words = playbookWords[language];
  return (
    <>
      <h1>{words.title}</h1>
      {props.notice}
      <p>{mayChange ? words.intro(props.version) : words.readOnly}</p>
      {mistakes === undefined ? (
        <p class="notice refusal">{words.file.notChecked}</p>
      ) : (
        <MistakeList language={language} mistakes={mistakes} address={mistakeAddress} />
      )}
      <div class="columns">
        {fileSubjects(files).map(({ subject, files: own }) => (
          <section class="card">
            <h2>{words.subjects[subject]}</h2>
            <ul class="plain-list">
              {own.map((file) => (
                <FileLine {...props} file={file} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <MailList language={language} files={files} mistakes={mistakes ?? []} />
      {props.additions}
      <TryOutLink language={language} />
      {props.publish}
      <section class="card" id="versions">
        <h2>{words.versions.title}</h2>
        <VersionList {...props} />
      </section>
    </>
  );
}

function FileLine({ language, timeZone, file, mistakes = [] }: FilesPageProps & { file: DraftedFile }) {
  const words = playbookWords[language];
  const { path, state, by, at } = file;
  const wrong = mistakes.filter((one) => one.file === path && !one.isWarning).length;
  return (
    <li>
      <a href={fileAddress(path)}>{fileTitle(path, language)}</a>
      {state !== 'same' && <span class={state === 'behind' ? 'tag late' : 'tag'}>{words.states[state]}</span>}
      {wrong > 0 && <span class="tag bad">{words.entries.mistakes(wrong)}</span>}
      {by && at && (
        <span class="quiet small">
          {words.by(authorText(by, language), shortDateTime(language, at, timeZone))}
        </span>
      )}
    </li>
  );
}
