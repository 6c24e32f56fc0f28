import type { Path } from '../../../../playbook/mistake.ts';
import { TestFields } from '../ab-test/test-fields.tsx';
import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, FlagInput, TextInput } from '../kit/inputs.tsx';
import { titleOf } from '../kit/known-options.ts';
import { MailChoice } from '../kit/mail-choice.tsx';
import { groupAt, type PartForm, textAt } from '../kit/part-form.ts';
import { isAboutEvent } from './about-event.ts';
import { ConditionFields } from './condition-fields.tsx';
import { MomentFields } from './moment-fields.tsx';
import { sequencesWords } from './words.ts';

interface Props {
  form: PartForm;
  at: Path;
  place: { index: number; of: number };
}

/** One step of a sequence: which mail, when, and to whom. */
export function StepFields({ form, at, place }: Props) {
  const words = sequencesWords[form.language];
  const mail = textAt(form, [...at, 'mail']);
  return (
    <li class="entry">
      <EntryProblems form={form} at={at} />
      <div class="row">
        <MomentFields form={form} at={at} />
        <MailChoice form={form} at={[...at, 'mail']} label={words.mail} mayAsk />
        <TextInput form={form} at={[...at, 'id']} label={words.id} hint={words.idHint} />
        <ChoiceInput
          form={form}
          at={[...at, 'kind']}
          label={words.kind}
          usual="marketing"
          options={(['marketing', 'requested'] as const).map((value) => ({
            value,
            label: words.kinds[value],
          }))}
        />
        <ChoiceInput
          form={form}
          at={[...at, 'late']}
          label={words.late}
          none={words.lateUsual}
          options={(['send', 'skip', 'shift'] as const).map((value) => ({
            value,
            label: words.lates[value],
          }))}
        />
      </div>
      {(isAboutEvent(form, at) || groupAt(form, at).calendar !== undefined) && (
        <FlagInput
          form={form}
          at={[...at, 'calendar']}
          usual={false}
          label={words.calendar}
          hint={words.calendarHint}
        />
      )}
      <ConditionFields form={form} at={[...at, 'when']} />
      <TestFields form={form} at={[...at, 'test']} />
      <MoreInText form={form} at={at} />
      <p class="buttons">
        <EntryButtons
          form={form}
          at={at}
          called={titleOf(form, 'mails', mail) || words.step(place.index + 1)}
          place={place}
        />
      </p>
    </li>
  );
}
