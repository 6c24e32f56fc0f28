import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import type { ToldMistake } from '../../../../domain/playbook/mistake.ts';
import type { DraftedFile } from '../../../../playbook/versions/shared-draft.ts';
import { shortDateTime } from '../../../language.ts';
import { pages } from '../../pages.ts';
import { fileAddress } from '../addresses.ts';
import { authorText } from '../author-text.ts';
import { fileTitle } from '../file-title.ts';
import { MistakeList } from '../kit/mistake-list.tsx';
import { mistakeAddress } from '../mistake-address.ts';
import { mayBeAbsent } from '../part-names.ts';
import { playbookWords } from '../words.ts';

export type View = 'form' | 'text';

export interface FilePageProps {
  language: Language;
  timeZone: string;
  /** As it is in the shared draft. */
  file: DraftedFile;
  /** What the page shows, which may not be saved yet. */
  text: string;
  view: View;
  /** Why it is shown as text though a form was asked for; absent when it can be both. */
  noForm?: 'unreadable' | 'none';
  mayChange: boolean;
  /** Undefined when it could not be checked. */
  mistakes: readonly ToldMistake[] | undefined;
  /** Differs from what is saved. */
  isTyped: boolean;
  notice?: Child;
  /** The fields of the view. */
  children: Child;
  /** What stands below, outside the form. */
  below?: Child;
}

/** A file of the playbook, as a form for people or as its text: two views of one draft. */
export function FilePage(props: FilePageProps) {
  const { language, file, mayChange, mistakes, text, view } = props;
  const words = playbookWords[language];
  const address = fileAddress(file.path);
  return (
    <>
      <p>
        <a href={pages.playbook}>← {words.file.back}</a>
      </p>
      <h1>{fileTitle(file.path, language)}</h1>
      <FileState {...props} />
      {props.notice}
      {props.isTyped && <p class="notice">{words.file.notSaved}</p>}
      {!mayChange && <p class="notice">{words.readOnly}</p>}
      {props.noForm && (
        <p class="notice">{props.noForm === 'none' ? words.file.noForm : words.file.unreadable}</p>
      )}
      {mistakes === undefined ? (
        <p class="notice refusal">{words.file.notChecked}</p>
      ) : mistakes.length === 0 ? (
        <p class="soft">{words.file.allRight}</p>
      ) : (
        <MistakeList
          language={language}
          mistakes={mistakes}
          address={(one) => (view === 'text' ? `#line-${one.line}` : mistakeAddress(one))}
        />
      )}
      <form method="post" action={address} class={`playbook ${view}`} id="file">
        <input type="hidden" name="etag" value={file.etag} />
        <input type="hidden" name="view" value={view} />
        {view === 'form' && <input type="hidden" name="text" value={text} />}
        {mayChange && (
          // The first button is the one that Enter presses.
          <button type="submit" class="away" name="do" value="save" tabindex={-1}>
            {words.file.save}
          </button>
        )}
        <Views {...props} />
        <fieldset class="bare" disabled={!mayChange && view === 'form'}>
          {props.children}
        </fieldset>
        {mayChange && (
          <p class="buttons save-bar">
            <button type="submit" name="do" value="save">
              {words.file.save}
            </button>
            <button type="submit" class="second" name="do" value="check">
              {words.file.check}
            </button>
          </p>
        )}
      </form>
      {props.below}
      {mayChange && (file.state !== 'same' || mayGo(file)) && <Discard {...props} />}
    </>
  );
}

function FileState({ language, timeZone, file }: FilePageProps) {
  const words = playbookWords[language];
  const { path, state, by, at } = file;
  return (
    <p class="quiet small">
      {path}{' '}
      {state !== 'same' && <span class={state === 'behind' ? 'tag late' : 'tag'}>{words.states[state]}</span>}{' '}
      {by && at && words.by(authorText(by, language), shortDateTime(language, at, timeZone))}
    </p>
  );
}

/** The two views of a file; what was typed goes along. */
function Views({ language, view, noForm }: FilePageProps) {
  const words = playbookWords[language].file;
  if (noForm === 'none') return null;
  return (
    <fieldset class="bare tabs">
      <legend class="away">{words.viewsLabel}</legend>
      {(['form', 'text'] as const).map((one) => (
        <button
          type="submit"
          class="second"
          name="do"
          value={`view ${one}`}
          aria-pressed={one === view ? 'true' : 'false'}
        >
          {words[one]}
        </button>
      ))}
    </fieldset>
  );
}

/** Whether the playbook can do without a file. */
function mayGo({ path, state }: DraftedFile): boolean {
  return state !== 'removed' && mayBeAbsent(path.replace(/\.yaml$/, ''));
}

function Discard({ language, file }: FilePageProps) {
  const words = playbookWords[language].file;
  return (
    <details class="card">
      <summary>{file.state === 'same' ? words.removeFile : words.discard}</summary>
      <form method="post" action={fileAddress(file.path)}>
        <input type="hidden" name="etag" value={file.etag} />
        {file.state !== 'same' && <p>{words.discardMore}</p>}
        <p class="buttons">
          {file.state !== 'same' && (
            <button type="submit" class="danger" name="do" value="discard">
              {words.discard}
            </button>
          )}
          {mayGo(file) && (
            <button type="submit" class="second" name="do" value="remove-file">
              {words.removeFile}
            </button>
          )}
        </p>
      </form>
    </details>
  );
}
