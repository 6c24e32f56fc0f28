import { toPointer } from '../../../../playbook/edit/setting-path.ts';
import type { Path } from '../../../../playbook/mistake.ts';
import { DelayInput } from '../kit/delay-input.tsx';
import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, NumberInput, TextInput } from '../kit/inputs.tsx';
import { groupAt, type PartForm, textAt } from '../kit/part-form.ts';
import { DecideFields } from './decide-fields.tsx';
import { TestNeeds } from './test-needs.tsx';
import { VariantFields } from './variant-fields.tsx';
import { abTestWords } from './words.ts';

interface Props {
  form: PartForm;
  at: Path;
  /** How many get the mail, as far as that is known. */
  reached?: number | undefined;
}

/** The A/B test of the mail of a step or an issue; what begins one, while there is none. */
export function TestFields({ form, at, reached }: Props) {
  const words = abTestWords[form.language];
  const test = groupAt(form, at);
  if (Object.keys(test).length === 0)
    return (
      <details>
        <summary>{words.none}</summary>
        <EntryProblems form={form} at={at} />
        <p class="soft">{words.noneIntro}</p>
        <button type="submit" class="second" name="do" value={`set ${toPointer(at)} test`}>
          {words.begin}
        </button>
      </details>
    );
  const isByHandOver = test.measure === 'handed-over' || test.within !== undefined;
  return (
    <details open>
      <summary>{words.title(textAt(form, [...at, 'name']))}</summary>
      <EntryProblems form={form} at={at} />
      <div class="row">
        <TextInput form={form} at={[...at, 'name']} label={words.name} hint={words.nameHint} />
        <ChoiceInput
          form={form}
          at={[...at, 'measure']}
          label={words.measure}
          options={(['opened', 'clicked', 'handed-over'] as const).map((value) => ({
            value,
            label: words.measures[value],
          }))}
        />
        <NumberInput form={form} at={[...at, 'share']} label={words.share} hint={words.shareHint} />
        {isByHandOver && (
          <DelayInput form={form} at={[...at, 'within']} label={words.within} hint={words.withinHint} />
        )}
        <NumberInput
          form={form}
          at={[...at, 'certainty']}
          label={words.certainty}
          hint={words.certaintyHint}
        />
      </div>
      <DecideFields form={form} at={[...at, 'decide']} />
      <VariantFields form={form} at={[...at, 'variants']} />
      <TestNeeds language={form.language} test={test} reached={reached} />
      <MoreInText form={form} at={at} />
      <p class="buttons">
        <EntryButtons form={form} at={at} called={words.remove} />
      </p>
    </details>
  );
}
