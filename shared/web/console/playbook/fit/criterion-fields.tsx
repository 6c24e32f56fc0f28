import { settingAt } from '../../../../playbook/edit/setting-path.ts';
import type { Path } from '../../../../playbook/mistake.ts';
import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, FlagInput, ListInput, NumberInput } from '../kit/inputs.tsx';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { fitWords } from './words.ts';

interface Props {
  form: PartForm;
  at: Path;
  number: number;
}

/** A field of the forms whose answers are good or bad. */
export function CriterionFields({ form, at, number }: Props) {
  const words = fitWords[form.language];
  const isNumber = (['good', 'bad'] as const).some((verdict) => {
    const test = groupAt(form, [...at, verdict]);
    return 'from' in test || 'to' in test;
  });
  return (
    <fieldset class="entry">
      <legend>{words.criterion(number)}</legend>
      <EntryProblems form={form} at={at} />
      <ChoiceInput
        form={form}
        at={[...at, 'field']}
        label={words.field}
        options={form.names.fields.map((name) => ({ value: name, label: name }))}
      />
      {(['good', 'bad'] as const).map((verdict) => (
        <div class="row">
          <EntryProblems form={form} at={[...at, verdict]} />
          {isNumber ? (
            <>
              <NumberInput
                form={form}
                at={[...at, verdict, 'from']}
                label={`${words[verdict]}: ${words.fromNumber}`}
              />
              <NumberInput
                form={form}
                at={[...at, verdict, 'to']}
                label={`${words[verdict]}: ${words.toNumber}`}
              />
            </>
          ) : settingAt(form.value, [...at, verdict, 'noneOf']) === undefined ? (
            <ListInput
              form={form}
              at={[...at, verdict, 'oneOf']}
              label={`${words[verdict]}: ${words.oneOf}`}
            />
          ) : (
            <ListInput
              form={form}
              at={[...at, verdict, 'noneOf']}
              label={`${words[verdict]}: ${words.noneOf}`}
            />
          )}
        </div>
      ))}
      <FlagInput form={form} at={[...at, 'required']} usual={false} label={words.required} />
      <MoreInText form={form} at={at} />
      <EntryButtons form={form} at={at} called={words.criterion(number)} />
    </fieldset>
  );
}
