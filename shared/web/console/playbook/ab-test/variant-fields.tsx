import type { Path } from '../../../../playbook/mistake.ts';
import { AddButton, EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { InBoth } from '../kit/in-both.tsx';
import { TextInput } from '../kit/inputs.tsx';
import { MailChoice } from '../kit/mail-choice.tsx';
import { groupAt, listAt, type PartForm, textAt } from '../kit/part-form.ts';
import { abTestWords } from './words.ts';

/** What a mail is compared with: each has another subject, or is another mail. */
export function VariantFields({ form, at }: { form: PartForm; at: Path }) {
  const words = abTestWords[form.language];
  return (
    <fieldset class="bare">
      <legend>{words.variants}</legend>
      <EntryProblems form={form} at={at} />
      <ol class="entries">
        {listAt(form, at).map((_, index) => (
          <OneVariant form={form} at={[...at, index]} number={index + 1} />
        ))}
      </ol>
      <p class="buttons">
        <AddButton at={at} what="variant-subject">
          {words.addSubject}
        </AddButton>
        <AddButton at={at} what="variant-mail">
          {words.addMail}
        </AddButton>
      </p>
    </fieldset>
  );
}

function OneVariant({ form, at, number }: { form: PartForm; at: Path; number: number }) {
  const words = abTestWords[form.language];
  const variant = groupAt(form, at);
  return (
    <li class="entry">
      <EntryProblems form={form} at={at} />
      <TextInput form={form} at={[...at, 'name']} label={words.variantName} />
      {variant.mail === undefined ? (
        <InBoth form={form} at={[...at, 'subject']} label={words.subject} />
      ) : (
        <MailChoice form={form} at={[...at, 'mail']} label={words.mail} />
      )}
      <MoreInText form={form} at={at} />
      <p class="buttons">
        <EntryButtons form={form} at={at} called={textAt(form, [...at, 'name']) || words.variant(number)} />
      </p>
    </li>
  );
}
