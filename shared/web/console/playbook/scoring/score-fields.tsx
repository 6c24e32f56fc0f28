import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ListInput, NumberInput, TextInput } from '../kit/inputs.tsx';
import { type PartForm, textAt } from '../kit/part-form.ts';
import { scoringWords } from './words.ts';

/** A score of one subject or product, beside the total. */
export function ScoreFields({ form, score }: { form: PartForm; score: string }) {
  const words = scoringWords[form.language];
  const at = ['scores', score];
  return (
    <fieldset class="entry">
      <legend>{score}</legend>
      <EntryProblems form={form} at={at} />
      <div class="row">
        <TextInput form={form} at={[...at, 'name']} label={words.scoreName} />
        <NumberInput form={form} at={[...at, 'threshold']} label={words.threshold} />
        <ListInput form={form} at={[...at, 'to']} label={words.to} hint={words.toHint} list="known-people" />
      </div>
      <MoreInText form={form} at={at} />
      <p class="buttons">
        <EntryButtons form={form} at={at} called={textAt(form, [...at, 'name']) || score} />
      </p>
    </fieldset>
  );
}
