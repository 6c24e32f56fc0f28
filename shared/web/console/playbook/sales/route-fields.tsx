import type { Path } from '../../../../playbook/mistake.ts';
import { AddChosen } from '../kit/add-chosen.tsx';
import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ListInput, NumberInput, SomeInput } from '../kit/inputs.tsx';
import { knownOptions, titleOf } from '../kit/known-options.ts';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { salesWords } from './words.ts';

interface Props {
  form: PartForm;
  at: Path;
  place: { index: number; of: number };
}

/** A rule that says who gets which lead. */
export function RouteFields({ form, at, place }: Props) {
  const words = salesWords[form.language];
  const fields = Object.keys(groupAt(form, [...at, 'when', 'field']));
  return (
    <li class="entry">
      <EntryProblems form={form} at={at} />
      <EntryProblems form={form} at={[...at, 'when']} />
      <div class="row">
        <ListInput
          form={form}
          at={[...at, 'when', 'postcode']}
          label={words.postcode}
          placeholder="1000-1999, 3500-3599"
        />
        <ListInput form={form} at={[...at, 'when', 'country']} label={words.country} placeholder="NL, BE" />
        <NumberInput form={form} at={[...at, 'when', 'employees', 'from']} label={words.employeesFrom} />
        <NumberInput form={form} at={[...at, 'when', 'employees', 'to']} label={words.employeesTo} />
        <SomeInput
          form={form}
          at={[...at, 'when', 'form']}
          label={words.form}
          options={knownOptions(form, 'forms')}
        />
        <ListInput form={form} at={[...at, 'when', 'page']} label={words.page} placeholder="/pricing" />
      </div>
      {fields.map((field) => (
        <div class="row">
          <ListInput
            form={form}
            at={[...at, 'when', 'field', field]}
            label={words.answers(titleOf(form, 'fields', field))}
            hint={words.answersHint}
          />
          <EntryButtons
            form={form}
            at={[...at, 'when', 'field', field]}
            called={words.answers(titleOf(form, 'fields', field))}
          />
        </div>
      ))}
      <AddChosen
        at={[...at, 'when', 'field']}
        what="answer"
        label={words.newAnswer}
        button={words.addAnswer}
        options={knownOptions(form, 'fields').filter(({ value }) => !fields.includes(value))}
      />
      <SomeInput
        form={form}
        at={[...at, 'to']}
        label={words.to}
        hint={words.toHint}
        options={knownOptions(form, 'people')}
      />
      <MoreInText form={form} at={at} />
      <EntryButtons form={form} at={at} called={words.route(place.index + 1)} place={place} />
    </li>
  );
}
