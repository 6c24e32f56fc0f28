import type { Child } from 'hono/jsx';
import { type Language, languages } from '../../../../domain/language.ts';
import {
  isTitle,
  LONGEST_TITLE,
  MOST_DAYS,
  MOST_MAILS,
  type WrongGuide,
} from '../../../../playbook/new/guide.ts';
import { ownName } from '../../../language.ts';
import { pages } from '../../pages.ts';
import { newGuideAddress } from '../addresses.ts';
import { playbookWords } from '../words.ts';
import { newWords } from './words.ts';

/** What was typed; a text that is missing was not. */
export interface TypedGuide {
  title: Record<Language, string>;
  name: string;
  mails: string;
  days: string;
  subject: string;
}

export interface GuidePageProps {
  language: Language;
  typed: TypedGuide;
  /** The form that is there already, and gets what answers it. */
  form?: string | undefined;
  /** The subjects of mails by name, as people read them. */
  subjects: Readonly<Record<string, Partial<Record<Language, string>>>>;
  /** The setting that is wrong, with what has its name already. */
  wrong?: { field: Exclude<WrongGuide, 'form'>; taken?: string | undefined } | undefined;
  notice?: Child;
}

/** Asks all that a guide needs, and makes its drafts at once. */
export function GuidePage(props: GuidePageProps) {
  const { language, typed, form, subjects, wrong } = props;
  const words = newWords[language].guide;
  const said = (field: Exclude<WrongGuide, 'form'>) => {
    if (wrong?.field !== field) return undefined;
    return wrong.taken === undefined ? words.wrong[field] : words.wrong.taken(takenText(props, wrong.taken));
  };
  const common = { language, typed };
  return (
    <>
      <p>
        <a href={pages.playbook}>← {playbookWords[language].file.back}</a>
      </p>
      <h1>{form === undefined ? words.title : words.titleFor(form)}</h1>
      {props.notice}
      <p>{form === undefined ? words.intro : words.introFor}</p>
      <form method="post" action={newGuideAddress()} class="card">
        {form !== undefined && <input type="hidden" name="form" value={form} />}
        <div class="row">
          {languages.map((one) => (
            <Field
              {...{ name: one, value: typed.title[one], lang: one, max: LONGEST_TITLE }}
              label={`${words.called} (${ownName(one)})`}
              wrong={isTitle(typed.title[one]) ? undefined : said('title')}
            />
          ))}
        </div>
        <Field
          {...{ name: 'name', value: typed.name, label: words.name, max: 30 }}
          hint={form === undefined ? words.nameHint : words.nameHintFor}
          wrong={said('name')}
        />
        <div class="row">
          <Field
            {...{ name: 'mails', value: typed.mails, label: words.mails, hint: words.mailsHint }}
            {...{ most: MOST_MAILS, least: 0 }}
            wrong={said('mails')}
          />
          <Field
            {...{ name: 'days', value: typed.days, label: words.days, hint: words.daysHint }}
            {...{ most: MOST_DAYS, least: 1 }}
            wrong={said('days')}
          />
          <SubjectField {...common} subjects={subjects} wrong={said('subject')} />
        </div>
        <button type="submit">{words.button}</button>
      </form>
    </>
  );
}

/** What has the name of the new guide: a form, a sequence, or the file of a mail. */
function takenText({ language }: GuidePageProps, where: string): string {
  const { takenIn } = newWords[language].guide;
  return Object.hasOwn(takenIn, where) ? takenIn[where as keyof typeof takenIn] : where;
}

interface FieldProps {
  name: string;
  value: string;
  label: string;
  hint?: string;
  wrong: string | undefined;
  lang?: Language;
  max?: number;
  /** Of a number. */
  least?: number;
  most?: number;
}

function Field({ name, value, label, hint, wrong, lang, max, least, most }: FieldProps) {
  const isNumber = most !== undefined;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Said {...{ name, hint, wrong }} />
      <input
        {...{ name, value, lang, ...describedBy(name, hint, wrong) }}
        id={name}
        type={isNumber ? 'number' : 'text'}
        class={isNumber ? 'short' : undefined}
        min={least}
        max={most}
        maxlength={max}
        required={name !== 'name'}
        autocomplete="off"
      />
    </div>
  );
}

function SubjectField({
  language,
  typed,
  subjects,
  wrong,
}: Pick<GuidePageProps, 'language' | 'typed' | 'subjects'> & { wrong: string | undefined }) {
  const words = newWords[language].guide;
  return (
    <div class="field">
      <label for="subject">{words.subject}</label>
      <Said name="subject" hint={words.subjectHint} wrong={wrong} />
      <select id="subject" name="subject" {...describedBy('subject', words.subjectHint, wrong)}>
        {Object.entries(subjects).map(([name, title]) => (
          <option value={name} selected={name === typed.subject}>
            {title[language] ?? name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Said({ name, hint, wrong }: { name: string; hint: string | undefined; wrong: string | undefined }) {
  return (
    <>
      {hint && (
        <p class="soft" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
    </>
  );
}

function describedBy(name: string, hint: string | undefined, wrong: string | undefined) {
  const ids = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter((one) => one);
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(wrong && { 'aria-invalid': 'true' as const }),
  };
}
