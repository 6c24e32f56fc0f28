import type { Child } from 'hono/jsx';
import { type Language, languages } from '../../../../domain/language.ts';
import type { GuideSteps, MailToWrite } from '../../../../playbook/new/guide-steps.ts';
import { duration } from '../../../duration.ts';
import { ownName } from '../../../language.ts';
import { pages } from '../../pages.ts';
import { entryAddress, fileAddress, newGuideAddress } from '../addresses.ts';
import { titleOf } from './guide-title.ts';
import { newWords } from './words.ts';

interface Props {
  language: Language;
  guide: GuideSteps;
  /** Whether its drafts were made just now. */
  isMade: boolean;
  mayChange: boolean;
  /** What the check says of the draft. */
  mistakes?: Child;
}

/** What belongs to a guide as a list of steps, each with what of it is still to be written. */
export function GuideStepsPage({ language, guide, isMade, mayChange, mistakes }: Props) {
  const words = newWords[language].steps;
  const { form, texts, sequences } = guide;
  return (
    <>
      <p>
        <a href={pages.playbook}>← {words.all}</a>
      </p>
      <h1>{titleOf(guide, language)}</h1>
      {isMade && (
        <p class="notice" role="status">
          {words.made}
        </p>
      )}
      {mistakes}
      <p>{words.intro(form)}</p>
      <ol class="entries">
        <li class="entry">
          <h2>{words.form}</h2>
          <p>
            <a href={entryAddress('forms.yaml', form)}>{`/f/${form}`}</a> <Written {...{ language, texts }} />
          </p>
          <Texts texts={texts} />
        </li>
        {sequences.flatMap(({ steps }) =>
          steps.map(({ mail, after, isRequested, files }) => (
            <li class="entry">
              <h2>{isRequested ? words.answer : words.after(afterText(after, language))}</h2>
              {files.length === 0 && <p>{mail}</p>}
              {inOrder(files).map((file) => (
                <>
                  <p>
                    <a href={fileAddress(file.path)}>{`${mail}, ${ownName(file.locale)}`}</a>{' '}
                    <Written language={language} texts={file.texts} />
                  </p>
                  <Texts texts={file.texts} lang={file.locale} />
                </>
              ))}
            </li>
          )),
        )}
        {sequences.map(({ name }) => (
          <li class="entry">
            <h2>{words.sequence(name)}</h2>
            <p>
              <a href={entryAddress('sequences.yaml', name)}>{words.change}</a>
            </p>
          </li>
        ))}
        {sequences.length === 0 && (
          <li class="entry">
            <p>{words.none}</p>
            {mayChange && (
              <p>
                <a class="button second" href={newGuideAddress(form)}>
                  {words.add}
                </a>
              </p>
            )}
          </li>
        )}
      </ol>
      <p>{words.last}</p>
      <p>
        <a class="button" href={`${pages.playbook}#publish`}>
          {words.publish}
        </a>
      </p>
    </>
  );
}

const MINUTES: Record<string, number> = { d: 24 * 60, h: 60, m: 1 };

/** How long after the start a step comes, such as `7d`; what cannot be read as it stands. */
function afterText(after: string, language: Language): string {
  const [, count, unit = ''] = /^(\d{1,3})([dhm])$/.exec(after) ?? [];
  return count === undefined ? after : duration(language, Number(count) * (MINUTES[unit] ?? 1));
}

function inOrder(files: readonly MailToWrite[]): MailToWrite[] {
  return files.toSorted((a, b) => languages.indexOf(a.locale) - languages.indexOf(b.locale));
}

function Written({ language, texts }: { language: Language; texts: readonly string[] }) {
  const words = newWords[language];
  return texts.length === 0 ? (
    <span class="tag good">{words.steps.done}</span>
  ) : (
    <span class="tag late">{words.left(texts.length)}</span>
  );
}

function Texts({ texts, lang }: { texts: readonly string[]; lang?: Language }) {
  if (texts.length === 0) return null;
  return (
    <ul class="soft">
      {texts.map((text) => (
        <li lang={lang}>{text}</li>
      ))}
    </ul>
  );
}
