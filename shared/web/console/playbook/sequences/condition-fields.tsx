import type { Path } from '../../../../playbook/mistake.ts';
import { MoreInText } from '../kit/entries.tsx';
import { ListInput, NumberInput, SomeInput } from '../kit/inputs.tsx';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { conditionsText } from './conditions-text.ts';
import { sequencesWords } from './words.ts';

/** Who gets a step: in words, and the settings that say so. */
export function ConditionFields({ form, at }: { form: PartForm; at: Path }) {
  const words = sequencesWords[form.language];
  const conditions = groupAt(form, at);
  const isWrong = form.mistakes.some(({ field }) => field.includes('.when'));
  return (
    <details open={isWrong}>
      <summary>{conditionsText(conditions, form.language)}</summary>
      <p class="soft">{words.conditionsHint}</p>
      <div class="row">
        <NumberInput form={form} at={[...at, 'scoreFrom']} label={words.scoreFrom} />
        <NumberInput form={form} at={[...at, 'scoreBelow']} label={words.scoreBelow} />
      </div>
      <div class="row">
        <SomeInput
          form={form}
          at={[...at, 'bands']}
          label={words.inBands}
          options={(['newsletter', 'guides', 'ads', 'call'] as const).map((value) => ({
            value,
            label: words.bands[value],
          }))}
        />
        <SomeInput
          form={form}
          at={[...at, 'fit']}
          label={words.fit}
          options={(['good', 'unknown', 'bad'] as const).map((value) => ({
            value,
            label: words.fits[value],
          }))}
        />
      </div>
      <div class="row">
        {(['knows', 'doesNotKnow', 'visited', 'notVisited', 'requested', 'notRequested'] as const).map(
          (name) => (
            <ListInput form={form} at={[...at, name]} label={words.conditions[name]} />
          ),
        )}
      </div>
      <MoreInText form={form} at={at} />
    </details>
  );
}
