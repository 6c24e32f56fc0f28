import type { Path } from '../../../../playbook/mistake.ts';
import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ListInput, NumberInput, SomeInput } from '../kit/inputs.tsx';
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
        <ListInput form={form} at={[...at, 'when', 'form']} label={words.form} />
        <ListInput form={form} at={[...at, 'when', 'page']} label={words.page} placeholder="/pricing" />
        {fields.map((field) => (
          <ListInput form={form} at={[...at, 'when', 'field', field]} label={words.answers(field)} />
        ))}
      </div>
      <SomeInput
        form={form}
        at={[...at, 'to']}
        label={words.to}
        hint={words.toHint}
        options={form.names.people.map((value) => ({ value, label: value }))}
      />
      <MoreInText form={form} at={at} />
      <EntryButtons form={form} at={at} called={words.route(place.index + 1)} place={place} />
    </li>
  );
}
