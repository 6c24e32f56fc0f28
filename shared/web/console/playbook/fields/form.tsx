import { AddNamed, EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { InBoth } from '../kit/in-both.tsx';
import { ChoiceInput, FlagInput, NumberInput, TextInput } from '../kit/inputs.tsx';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { fieldsWords } from './words.ts';

/** The questions that forms can ask. */
export function FieldsForm({ form }: { form: PartForm }) {
  const words = fieldsWords[form.language];
  return (
    <>
      <p>{words.intro}</p>
      {Object.keys(groupAt(form, [])).map((name) => (
        <fieldset class="entry card">
          <legend>{name}</legend>
          <EntryProblems form={form} at={[name]} />
          <InBoth form={form} at={[name, 'label']} label={words.label} />
          <div class="row">
            <ChoiceInput
              form={form}
              at={[name, 'type']}
              label={words.type}
              options={(['text', 'tel', 'number', 'textarea'] as const).map((value) => ({
                value,
                label: words.types[value],
              }))}
            />
            <NumberInput form={form} at={[name, 'maxLength']} label={words.maxLength} placeholder="200" />
            <TextInput
              form={form}
              at={[name, 'autocomplete']}
              label={words.autocomplete}
              hint={words.autocompleteHint}
            />
          </div>
          <FlagInput form={form} at={[name, 'asked']} usual label={words.asked} hint={words.askedHint} />
          <MoreInText form={form} at={[name]} />
          <EntryButtons form={form} at={[name]} called={name} />
        </fieldset>
      ))}
      <section class="card">
        <AddNamed
          form={form}
          at={[]}
          what="field"
          label={words.newName}
          hint={words.newNameHint}
          button={words.add}
        />
      </section>
    </>
  );
}
