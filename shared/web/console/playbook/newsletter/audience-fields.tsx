import type { Path } from '../../../../playbook/mistake.ts';
import { newsletterWords } from '../../newsletter/words.ts';
import { EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ListInput, NumberInput, SomeInput } from '../kit/inputs.tsx';
import { knownOptions } from '../kit/known-options.ts';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { conditionsText } from './conditions-text.ts';
import { calendarWords } from './words.ts';

const NAMED = [
  ['requested', 'forms'],
  ['notRequested', 'forms'],
  ['form', 'forms'],
  ['knows', 'fields'],
  ['doesNotKnow', 'fields'],
] as const;

/** Who gets an issue, more precisely than by its bands: in words, and the conditions that say so. */
export function AudienceFields({ form, at }: { form: PartForm; at: Path }) {
  const words = calendarWords[form.language];
  const { band, fits, stages } = newsletterWords[form.language].audience;
  const audience = groupAt(form, at);
  const isWrong = form.mistakes.some(({ field }) => field.includes('.audience'));
  const ticks = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([value, label]) => ({ value, label }));
  return (
    <details open={isWrong}>
      <summary>{conditionsText(audience, form.language)}</summary>
      <p class="soft">{words.conditionsHint}</p>
      <EntryProblems form={form} at={at} />
      <div class="row">
        <SomeInput
          form={form}
          at={[...at, 'stage']}
          label={words.stage}
          hint={words.stageHint}
          options={ticks(stages)}
        />
        <SomeInput form={form} at={[...at, 'fit']} label={words.fit} options={ticks(fits)} />
        {audience.bands !== undefined && (
          <SomeInput form={form} at={[...at, 'bands']} label={words.bands} options={ticks(band)} />
        )}
        <SomeInput
          form={form}
          at={[...at, 'subject']}
          label={words.alsoFor}
          options={knownOptions(form, 'subjects')}
        />
      </div>
      <div class="row">
        <NumberInput form={form} at={[...at, 'scoreFrom']} label={words.scoreFrom} />
        <NumberInput form={form} at={[...at, 'scoreBelow']} label={words.scoreBelow} />
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
        {(['visited', 'notVisited', 'campaign'] as const).map((name) => (
          <ListInput form={form} at={[...at, name]} label={words.conditions[name]} hint={words.hints[name]} />
        ))}
      </div>
      <MoreInText form={form} at={at} />
    </details>
  );
}
