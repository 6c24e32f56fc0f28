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
  /** What the check says of it. */
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
      <ol class="entries numbered">
        <li class="card">
          <h2>{words.form}</h2>
          <ToWrite {...{ language, texts, address: entryAddress('forms.yaml', form), name: `/f/${form}` }} />
        </li>
        {sequences.flatMap(({ steps }) => steps.map((step) => <MailStep {...{ language, step }} />))}
        {sequences.map(({ name }) => (
          <li class="card">
            <h2>{words.sequence(name)}</h2>
            <p>
              <a href={entryAddress('sequences.yaml', name)}>{words.change}</a>
            </p>
          </li>
        ))}
        {sequences.length === 0 && (
          <li class="card">
            <h2>{words.none}</h2>
            {mayChange && (
              <p>
                <a class="button second" href={newGuideAddress(form)}>
                  {words.add}
                </a>
              </p>
            )}
          </li>
        )}
        <li class="card">
          <h2>{words.last}</h2>
          <p>{words.lastMore}</p>
          <p>
            <a class="button" href={`${pages.playbook}#publish`}>
              {words.publish}
            </a>
          </p>
        </li>
      </ol>
    </>
  );
}

interface StepProps {
  language: Language;
  step: GuideSteps['sequences'][number]['steps'][number];
}

/** A mail in each language, beside each other. */
function MailStep({ language, step }: StepProps) {
  const words = newWords[language].steps;
  const { mail, after, isRequested, files } = step;
  return (
    <li class="card">
      <h2>{isRequested ? words.answer : words.after(afterText(after, language))}</h2>
      {files.length === 0 && <p>{mail}</p>}
      <div class="row">
        {inOrder(files).map(({ path, locale, texts }) => (
          <ToWrite
            {...{ language, texts, address: fileAddress(path), lang: locale }}
            name={`${mail}, ${ownName(locale)}`}
          />
        ))}
      </div>
    </li>
  );
}

interface ToWriteProps {
  language: Language;
  /** The starting texts that still stand in it. */
  texts: readonly string[];
  address: string;
  name: string;
  /** The language of the texts, where it is one. */
  lang?: Language;
}

/** Leads to a draft, and says what of it is still to be written. */
function ToWrite({ language, texts, address, name, lang }: ToWriteProps) {
  const words = newWords[language];
  return (
    <div class="to-write">
      <p>
        <a href={address}>{name}</a>{' '}
        {texts.length === 0 ? (
          <span class="tag good">{words.steps.done}</span>
        ) : (
          <span class="tag late">{words.left(texts.length)}</span>
        )}
      </p>
      {texts.length > 0 && (
        <ul class="soft">
          {texts.map((text) => {
            const link = /^\[([^\]]+)\]/.exec(text)?.[1];
            return link === undefined ? <li lang={lang}>{text}</li> : <li>{words.steps.home(link)}</li>;
          })}
        </ul>
      )}
    </div>
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
