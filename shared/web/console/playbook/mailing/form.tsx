import { AddNamed, EntryButtons, MoreInText } from '../kit/entries.tsx';
import { InBoth } from '../kit/in-both.tsx';
import { ChoiceInput, FlagInput, NumberInput, SomeInput, TextInput } from '../kit/inputs.tsx';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { weekdays } from '../kit/weekdays.ts';
import { mailingWords } from './words.ts';

/** How the company sends mail. */
export function MailingForm({ form }: { form: PartForm }) {
  const words = mailingWords[form.language];
  return (
    <>
      <section class="card">
        <h2>{words.sender}</h2>
        <TextInput form={form} at={['sender', 'name']} label={words.senderName} />
        <MoreInText form={form} at={['sender']} />
        <FlagInput form={form} at={['doubleOptIn']} label={words.doubleOptIn} hint={words.doubleOptInHint} />
      </section>
      <section class="card">
        <h2>{words.hours}</h2>
        <p class="soft">{words.hoursIntro}</p>
        <div class="row">
          <TextInput form={form} at={['hours', 'from']} label={words.from} />
          <TextInput form={form} at={['hours', 'to']} label={words.to} />
          <TextInput form={form} at={['timeZone']} label={words.timeZone} hint={words.timeZoneHint} />
        </div>
        <SomeInput
          form={form}
          at={['hours', 'days']}
          label={words.onDays}
          options={weekdays(form.language)}
        />
      </section>
      <section class="card">
        <h2>{words.cap}</h2>
        <div class="row">
          <NumberInput form={form} at={['cap', 'mails']} label={words.capMails} />
          <NumberInput form={form} at={['cap', 'days']} label={words.capDays} />
          <ChoiceInput
            form={form}
            at={['late']}
            label={words.late}
            options={(['send', 'skip', 'shift'] as const).map((value) => ({
              value,
              label: words.lates[value],
            }))}
          />
        </div>
      </section>
      <section class="card">
        <h2>{words.subjects}</h2>
        <p class="soft">{words.subjectsIntro}</p>
        {Object.keys(groupAt(form, ['subjects'])).map((subject) => (
          <fieldset class="entry">
            <legend>{subject}</legend>
            <InBoth form={form} at={['subjects', subject]} label={words.subjectText} />
            <EntryButtons form={form} at={['subjects', subject]} called={subject} />
          </fieldset>
        ))}
        <AddNamed
          form={form}
          at={['subjects']}
          what="subject"
          label={words.newSubject}
          hint={words.newSubjectHint}
          button={words.addSubject}
        />
      </section>
      <section class="card">
        <details open={form.mistakes.some(({ field }) => /^(brake|requested)/.test(field))}>
          <summary>{words.brakes}</summary>
          <p class="soft">{words.brakesIntro}</p>
          <div class="row">
            <NumberInput form={form} at={['brake', 'bounces']} label={words.bounces} hint={words.share} />
            <NumberInput
              form={form}
              at={['brake', 'complaints']}
              label={words.complaints}
              hint={words.share}
            />
            <NumberInput form={form} at={['brake', 'minimum']} label={words.minimum} />
          </div>
          <h3>{words.requested}</h3>
          <p class="soft">{words.requestedIntro}</p>
          <div class="row">
            {(['mailbox', 'network'] as const).flatMap((whose) =>
              (['atOnce', 'perDay'] as const).map((what) => (
                <NumberInput
                  form={form}
                  at={['requested', whose, what]}
                  label={`${words.whose[whose]}: ${words.most[what]}`}
                />
              )),
            )}
            <NumberInput
              form={form}
              at={['requested', 'share']}
              label={words.allTogether}
              hint={words.share}
            />
            <NumberInput
              form={form}
              at={['requested', 'brake', 'bounces']}
              label={words.bounces}
              hint={words.share}
            />
            <NumberInput form={form} at={['requested', 'brake', 'minimum']} label={words.minimum} />
            <NumberInput form={form} at={['requested', 'brake', 'perHour']} label={words.perHour} />
          </div>
        </details>
      </section>
      <MoreInText form={form} at={[]} />
    </>
  );
}
