import { toPointer } from '../../../../playbook/edit/setting-path.ts';
import type { Path } from '../../../../playbook/mistake.ts';
import { DelayInput } from '../kit/delay-input.tsx';
import { EntryProblems } from '../kit/entries.tsx';
import { NumberInput, TextInput } from '../kit/inputs.tsx';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { abTestWords } from './words.ts';

const MOMENTS = ['after', 'on', 'recipients'] as const;

/** When a test is decided, and the other moments to choose instead. */
export function DecideFields({ form, at }: { form: PartForm; at: Path }) {
  const words = abTestWords[form.language];
  const decide = groupAt(form, at);
  return (
    <fieldset class="bare">
      <legend>{words.decide}</legend>
      <EntryProblems form={form} at={at} />
      {decide.after !== undefined && (
        <DelayInput form={form} at={[...at, 'after']} label={words.decides.after} />
      )}
      {decide.on !== undefined && (
        <TextInput form={form} at={[...at, 'on']} type="date" label={words.decides.on} />
      )}
      {decide.recipients !== undefined && (
        <NumberInput form={form} at={[...at, 'recipients']} label={words.decides.recipients} />
      )}
      <p class="buttons">
        {MOMENTS.filter((one) => decide[one] === undefined).map((one) => (
          <button type="submit" class="second" name="do" value={`set ${toPointer(at)} decide-${one}`}>
            {words.instead[one]}
          </button>
        ))}
      </p>
    </fieldset>
  );
}
