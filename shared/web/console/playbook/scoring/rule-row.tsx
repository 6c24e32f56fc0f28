import { EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, ListInput, NumberInput, TextInput } from '../kit/inputs.tsx';
import { groupAt, listAt, type PartForm, readAt, textAt } from '../kit/part-form.ts';
import { scoringWords } from './words.ts';

interface Props {
  form: PartForm;
  at: readonly [string, number];
  place: { index: number; of: number };
}

/** One rule of the points system, as a row of the table. */
export function RuleRow({ form, at, place }: Props) {
  const words = scoringWords[form.language];
  const name = textAt(form, [...at, 'name']) || words.rule(place.index + 1);
  const on = readAt(form, [...at, 'on']);
  return (
    <tr>
      <td data-label={words.name}>
        <EntryProblems form={form} at={at} />
        <TextInput
          isCompact
          form={form}
          at={[...at, 'name']}
          label={`${words.name}, ${words.rule(place.index + 1)}`}
        />
      </td>
      <td data-label={words.what}>
        {Object.hasOwn(words.kinds, on) ? words.kinds[on as keyof typeof words.kinds] : on}
      </td>
      <td data-label={words.where}>
        <Where form={form} at={at} on={on} name={name} />
        <OnlyFrom form={form} at={at} on={on} />
        <ForScores form={form} at={at} name={name} />
      </td>
      <td data-label={words.points}>
        <NumberInput isCompact form={form} at={[...at, 'points']} label={`${words.points}: ${name}`} />
      </td>
      <td>
        <EntryButtons form={form} at={at} called={name} place={place} />
        <MoreInText form={form} at={at} />
      </td>
    </tr>
  );
}

interface WhereProps extends Omit<Props, 'place'> {
  on: string;
  name: string;
}

function Where({ form, at, on, name }: WhereProps) {
  const words = scoringWords[form.language];
  switch (on) {
    case 'page':
      return (
        <ListInput
          isCompact
          form={form}
          at={[...at, 'paths']}
          label={`${words.pages}: ${name}`}
          placeholder={words.allPages}
        />
      );
    case 'form':
      return (
        <ListInput
          isCompact
          form={form}
          at={[...at, 'forms']}
          label={`${words.forms}: ${name}`}
          placeholder={words.allForms}
          list="known-forms"
        />
      );
    case 'track':
      return (
        <>
          <TextInput
            isCompact
            form={form}
            at={[...at, 'event']}
            label={`${words.event}: ${name}`}
            placeholder={words.event}
          />
          <TextInput
            isCompact
            form={form}
            at={[...at, 'oncePer']}
            label={`${words.oncePer}: ${name}`}
            placeholder={words.oncePer}
          />
        </>
      );
    case 'fit':
      return (
        <>
          <ChoiceInput
            isCompact
            form={form}
            at={[...at, 'is']}
            label={`${words.fit}: ${name}`}
            options={(['bad', 'unknown', 'good'] as const).map((value) => ({
              value,
              label: words.fits[value],
            }))}
          />
          <ListInput
            isCompact
            form={form}
            at={[...at, 'because']}
            label={`${words.because}: ${name}`}
            placeholder={words.because}
          />
        </>
      );
    case 'unsubscribe':
      return <span class="quiet">{words.fromAll}</span>;
    default:
      return <span class="quiet">{words.anyMail}</span>;
  }
}

/** The scores beside the total that the rule counts for, once there are any. */
function ForScores({ form, at, name }: Omit<WhereProps, 'on'>) {
  const words = scoringWords[form.language];
  const isUsed = Object.keys(groupAt(form, ['scores'])).length + listAt(form, [...at, 'for']).length > 0;
  if (!isUsed) return null;
  return (
    <ListInput
      isCompact
      form={form}
      at={[...at, 'for']}
      label={`${words.for}: ${name}`}
      placeholder={words.for}
    />
  );
}

/** What makes a rule special: it then counts besides all others. */
function OnlyFrom({ form, at, on }: Omit<WhereProps, 'name'>) {
  const words = scoringWords[form.language];
  if (on === 'fit' || on === 'unsubscribe') return null;
  const settings =
    on === 'page' ? (['atLeast', 'onDays', 'seconds'] as const) : (['atLeast', 'onDays'] as const);
  const isSet = settings.some((setting) => textAt(form, [...at, setting]) !== '');
  return (
    <details open={isSet}>
      <summary class="small">{words.onlyFrom}</summary>
      {settings.map((setting) => (
        <NumberInput form={form} at={[...at, setting]} label={words.special[setting]} />
      ))}
    </details>
  );
}
