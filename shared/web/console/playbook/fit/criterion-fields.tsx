import { toPointer } from '../../../../playbook/edit/setting-path.ts';
import type { Path } from '../../../../playbook/mistake.ts';
import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, FlagInput, ListInput, NumberInput } from '../kit/inputs.tsx';
import { knownOptions } from '../kit/known-options.ts';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { fitWords } from './words.ts';

interface Props {
  form: PartForm;
  at: Path;
  number: number;
}

/** A field of the forms whose answers are good or bad. */
export function CriterionFields({ form, at, number }: Props) {
  const words = fitWords[form.language];
  return (
    <fieldset class="entry">
      <legend>{words.criterion(number)}</legend>
      <EntryProblems form={form} at={at} />
      <ChoiceInput
        form={form}
        at={[...at, 'field']}
        label={words.field}
        options={knownOptions(form, 'fields')}
      />
      {(['good', 'bad'] as const).map((verdict) => (
        <TestOfAnswer form={form} at={at} verdict={verdict} />
      ))}
      <FlagInput form={form} at={[...at, 'required']} usual={false} label={words.required} />
      <MoreInText form={form} at={at} />
      <EntryButtons form={form} at={at} called={words.criterion(number)} />
    </fieldset>
  );
}

const TESTS = ['oneOf', 'noneOf', 'number'] as const;
type Test = (typeof TESTS)[number];

interface TestProps extends Omit<Props, 'number'> {
  verdict: 'good' | 'bad';
}

/** Which answers are good, or bad; and the other kinds of answers to choose instead. */
function TestOfAnswer({ form, at, verdict }: TestProps) {
  const words = fitWords[form.language];
  const path = [...at, verdict];
  const given = groupAt(form, path);
  const other = groupAt(form, [...at, verdict === 'good' ? 'bad' : 'good']);
  const kind = testOf(given) ?? (testOf(other) === 'number' ? 'number' : 'oneOf');
  const label = (what: string) => `${words[verdict]}: ${what}`;
  return (
    <div>
      <EntryProblems form={form} at={path} />
      {kind === 'number' ? (
        <div class="row">
          <NumberInput form={form} at={[...path, 'from']} label={label(words.fromNumber)} />
          <NumberInput form={form} at={[...path, 'to']} label={label(words.toNumber)} />
        </div>
      ) : (
        <ListInput form={form} at={[...path, kind]} label={label(words.tests[kind])} />
      )}
      <details>
        <summary class="small">{words.instead(words[verdict])}</summary>
        <p class="buttons">
          {TESTS.filter((one) => one !== kind).map((one) => (
            <button type="submit" class="second" name="do" value={`set ${toPointer(path)} ${one}`}>
              {words.tests[one]}
            </button>
          ))}
        </p>
      </details>
    </div>
  );
}

function testOf(test: Record<string, unknown>): Test | undefined {
  if ('from' in test || 'to' in test) return 'number';
  return (['oneOf', 'noneOf'] as const).find((one) => one in test);
}
