import type { Path } from '../../../../playbook/mistake.ts';
import { TestFields } from '../ab-test/test-fields.tsx';
import { fileAddress } from '../addresses.ts';
import { DelayInput } from '../kit/delay-input.tsx';
import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, TextInput } from '../kit/inputs.tsx';
import { type PartForm, textAt } from '../kit/part-form.ts';
import { ConditionFields } from './condition-fields.tsx';
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
        <DelayInput form={form} at={[...at, 'after']} label={words.after} />
        <ChoiceInput
          form={form}
          at={[...at, 'mail']}
          label={words.mail}
          options={form.names.mails.map((value) => ({ value, label: value }))}
        />
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
      <ConditionFields form={form} at={[...at, 'when']} />
      <TestFields form={form} at={[...at, 'test']} />
      <MoreInText form={form} at={at} />
      <p class="buttons">
        {form.names.mails.includes(mail) && (
          <a class="button second" href={fileAddress(`mails/${mail}.${form.language}.md`)}>
            {words.openMail(mail)}
          </a>
        )}
        <EntryButtons form={form} at={at} called={mail || words.step(place.index + 1)} place={place} />
      </p>
    </li>
  );
}
