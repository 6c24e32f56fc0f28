import { languages } from '../../../../domain/language.ts';
import { ownName } from '../../../language.ts';
import { AddButton, EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, TextInput } from '../kit/inputs.tsx';
import { knownOptions } from '../kit/known-options.ts';
import { listAt, type PartForm, textAt } from '../kit/part-form.ts';
import { salesWords } from './words.ts';

/** Somebody of the sales team. */
export function PersonFields({ form, person }: { form: PartForm; person: string }) {
  const words = salesWords[form.language];
  const at = ['team', person];
  const away = listAt(form, [...at, 'away']);
  return (
    <fieldset class="entry">
      <legend>{person}</legend>
      <EntryProblems form={form} at={at} />
      <div class="row">
        <TextInput form={form} at={[...at, 'name']} label={words.name} />
        <TextInput form={form} at={[...at, 'email']} label={words.email} hint={words.emailHint} />
        <TextInput form={form} at={[...at, 'slack']} label={words.slack} hint={words.slackHint} />
        <ChoiceInput
          form={form}
          at={[...at, 'language']}
          label={words.language}
          none={words.companyLanguage}
          options={languages.map((value) => ({ value, label: ownName(value) }))}
        />
      </div>
      {away.map((_, index) => (
        <div class="row">
          <TextInput form={form} at={[...at, 'away', index, 'from']} type="date" label={words.awayFrom} />
          <TextInput form={form} at={[...at, 'away', index, 'to']} type="date" label={words.awayTo} />
          <EntryButtons
            form={form}
            at={[...at, 'away', index]}
            called={words.absence(textAt(form, [...at, 'away', index, 'from']))}
          />
        </div>
      ))}
      <MoreInText form={form} at={at} />
      <p class="buttons">
        <AddButton at={[...at, 'away']} what="away">
          {words.addAway}
        </AddButton>
        <EntryButtons form={form} at={at} called={person} />
      </p>
    </fieldset>
  );
}

/** Who owns the people of a company. */
export function AccountFields({ form, domain }: { form: PartForm; domain: string }) {
  const words = salesWords[form.language];
  return (
    <div class="row">
      <ChoiceInput
        form={form}
        at={['accounts', domain]}
        label={domain}
        options={knownOptions(form, 'people')}
      />
      <EntryButtons form={form} at={['accounts', domain]} called={words.account(domain)} />
    </div>
  );
}
