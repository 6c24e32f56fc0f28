import type { Path } from '../../../../playbook/mistake.ts';
import { AddNamed, EntryButtons, EntryProblems } from '../kit/entries.tsx';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { ValuesInput } from '../kit/values-input.tsx';
import { sequencesWords } from './words.ts';

/** The properties that an event has to have before it starts a sequence. */
export function PropertyFields({ form, at }: { form: PartForm; at: Path }) {
  const words = sequencesWords[form.language];
  const properties = Object.keys(groupAt(form, at));
  const isWrong = form.mistakes.some(({ field }) => field.includes('.start.with'));
  return (
    <details open={properties.length > 0 || isWrong}>
      <summary>{words.properties}</summary>
      <p class="soft">{words.propertiesHint}</p>
      <EntryProblems form={form} at={at} />
      {properties.map((property) => (
        <div class="row">
          <ValuesInput
            form={form}
            at={[...at, property]}
            label={words.property(property)}
            hint={words.propertyHint}
          />
          <EntryButtons form={form} at={[...at, property]} called={property} />
        </div>
      ))}
      <AddNamed
        form={form}
        at={at}
        what="property"
        label={words.newProperty}
        hint={words.newPropertyHint}
        button={words.addProperty}
      />
    </details>
  );
}
