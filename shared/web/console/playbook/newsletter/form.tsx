import { counted, longDate } from '../../../language.ts';
import { TestFields } from '../ab-test/test-fields.tsx';
import { AddButton, EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, SomeInput, TextInput } from '../kit/inputs.tsx';
import { knownOptions, titleOf } from '../kit/known-options.ts';
import { MailChoice } from '../kit/mail-choice.tsx';
import { listAt, type PartForm, textAt } from '../kit/part-form.ts';
import { AudienceFields } from './audience-fields.tsx';
import { Calendar } from './calendar.tsx';
import { mostIn, type Reach, reachText } from './reach-text.ts';
import { calendarWords } from './words.ts';

/** What is known of the days that issues go out. */
export interface Outlook {
  /** Today, as `2026-11-30`. */
  today: string;
  /** How many people are in each band now and may get the newsletter. */
  readers: Readonly<Record<string, number>>;
  /** How many each issue reaches, by its place in the file; empty while it has mistakes. */
  reach: Readonly<Record<number, Reach>>;
  /** How many mails of sequences are due on a day; absent when it is not known. */
  due: Readonly<Record<string, number>>;
  /** There are more mails of sequences than were counted. */
  isMore: boolean;
}

interface Props {
  form: PartForm;
  outlook: Outlook;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The newsletter: a calendar of its issues, with what else goes out on those days, and each issue. */
export function NewsletterForm({ form, outlook }: Props) {
  const words = calendarWords[form.language];
  const issues = listAt(form, []);
  const days = issues.map((_, index) => textAt(form, [index, 'on'])).filter((day) => DAY.test(day));
  return (
    <>
      <p>{words.intro}</p>
      <Calendar
        {...{ days, due: outlook.due, isMore: outlook.isMore }}
        today={outlook.today}
        language={form.language}
      />
      <ol class="entries">
        {issues.map((_, index) => (
          <IssueFields form={form} index={index} of={issues.length} outlook={outlook} />
        ))}
      </ol>
      <p class="buttons">
        <AddButton at={[]} what="issue">
          {words.add}
        </AddButton>
      </p>
      <MoreInText form={form} at={[]} />
    </>
  );
}

function IssueFields({ form, index, of, outlook }: Props & { index: number; of: number }) {
  const words = calendarWords[form.language];
  const at = [index];
  const day = textAt(form, [index, 'on']);
  const due = outlook.due[day];
  const others = [...listAt(form, []).keys()].filter(
    (one) => one !== index && day !== '' && textAt(form, [one, 'on']) === day,
  );
  return (
    // The calendar leads to the first issue of a day.
    <li class="entry" id={others.some((one) => one < index) ? undefined : `issue-${day}`}>
      <EntryProblems form={form} at={at} />
      <div class="row">
        <TextInput form={form} at={[index, 'on']} type="date" label={words.on} />
        <MailChoice form={form} at={[index, 'mail']} label={words.mail} />
        <TextInput form={form} at={[index, 'at']} type="time" label={words.at} hint={words.atHint} />
        <ChoiceInput
          form={form}
          at={[index, 'subject']}
          label={words.subject}
          none={words.isIssue}
          options={knownOptions(form, 'subjects')}
        />
        <SomeInput
          form={form}
          at={[index, 'bands']}
          label={words.bands}
          options={(['newsletter', 'guides', 'ads', 'call'] as const).map((value) => ({
            value,
            label: `${words.band[value]} (${outlook.readers[value] ?? 0})`,
          }))}
        />
      </div>
      <AudienceFields form={form} at={[index, 'audience']} />
      <TestFields form={form} at={[index, 'test']} reached={mostIn(outlook.reach[index])} />
      <p class="soft">
        {DAY.test(day) && `${longDate(form.language, `${day}T12:00:00Z`, 'UTC')}: `}
        {reachText(outlook.reach[index], form.language)}
        {due !== undefined && ` ${words.also(counted(form.language, due, words.mails))}`}
        {others.map((one) => {
          const mail = titleOf(form, 'mails', textAt(form, [one, 'mail']));
          return ` ${words.sameDay(mail)} ${reachText(outlook.reach[one], form.language)}`;
        })}
      </p>
      <MoreInText form={form} at={at} />
      <p class="buttons">
        <EntryButtons
          form={form}
          at={at}
          called={words.issue(day || String(index + 1))}
          place={{ index, of }}
        />
      </p>
    </li>
  );
}
