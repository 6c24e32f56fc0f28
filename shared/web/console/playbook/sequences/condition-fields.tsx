import { type Path, toField } from '../../../../playbook/mistake.ts';
import { MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, ListInput, NumberInput, SomeInput } from '../kit/inputs.tsx';
import { knownOptions } from '../kit/known-options.ts';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { isAboutEvent } from './about-event.ts';
import { conditionsText } from './conditions-text.ts';
import { sequencesWords } from './words.ts';

const NAMED = [
  ['requested', 'forms'],
  ['notRequested', 'forms'],
  ['knows', 'fields'],
  ['doesNotKnow', 'fields'],
] as const;
const EVENT = ['registered', 'attended'] as const;

/** Who gets a step: in words, and the settings that say so. */
export function ConditionFields({ form, at }: { form: PartForm; at: Path }) {
  const words = sequencesWords[form.language];
  const conditions = groupAt(form, at);
  const isWrong = form.mistakes.some(({ field }) => field.startsWith(`${toField(at)}.`));
  return (
    <details open={isWrong}>
      <summary>{conditionsText(form, conditions)}</summary>
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
        {NAMED.map(([name, kind]) => (
          <SomeInput
            form={form}
            at={[...at, name]}
            label={words.conditions[name]}
            options={knownOptions(form, kind)}
          />
        ))}
      </div>
      <div class="row">
        {(['visited', 'notVisited'] as const).map((name) => (
          <ListInput form={form} at={[...at, name]} label={words.conditions[name]} hint={words.pagesHint} />
        ))}
        {EVENT.map(
          (name) =>
            (isAboutEvent(form, at) || conditions[name] !== undefined) && (
              <ChoiceInput
                form={form}
                at={[...at, name]}
                label={words.ofEvent[name]}
                kind="truth"
                none={words.either}
                options={[
                  { value: 'true', label: words.yes },
                  { value: 'false', label: words.no },
                ]}
              />
            ),
        )}
      </div>
      <MoreInText form={form} at={at} />
    </details>
  );
}
