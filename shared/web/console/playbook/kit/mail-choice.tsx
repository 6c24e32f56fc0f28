import { toPointer } from '../../../../playbook/edit/setting-path.ts';
import { fileAddress } from '../addresses.ts';
import { mailEditorWords } from '../mail/words.ts';
import { newWords } from '../new/words.ts';
import { playbookWords } from '../words.ts';
import { ChoiceInput, type InputProps } from './inputs.tsx';
import { knownOptions, titleOf } from './known-options.ts';
import { textAt } from './part-form.ts';

interface Props extends Pick<InputProps, 'form' | 'at' | 'label'> {
  /** Whether the mail may be the one that answers a form, and so asks to confirm the permission. */
  mayAsk?: boolean;
}

/** A mail of the playbook by its subject, a link to write it, and what makes a new one for this place. */
export function MailChoice({ form, at, label, mayAsk = false }: Props) {
  const words = playbookWords[form.language].mailChoice;
  const nameWords = mailEditorWords[form.language];
  const mail = textAt(form, at);
  const isThere = form.names.mails.includes(mail);
  const name = `new:${toPointer(at)}`;
  return (
    <div class="mail-choice">
      <ChoiceInput
        form={form}
        at={at}
        label={label}
        options={knownOptions(form, 'mails')}
        {...(mail === '' && { none: words.choose, hint: words.chooseHint })}
      />
      {isThere && (
        <p>
          {/* What is typed here and not saved yet stays in its own tab. */}
          <a href={fileAddress(`mails/${mail}.${form.language}.md`)} target="_blank" rel="noopener">
            {words.write(titleOf(form, 'mails', mail))}
          </a>
        </p>
      )}
      <details open={!isThere}>
        <summary class="small">{words.another}</summary>
        <div class="add-named">
          <div class="field">
            <label for={name}>{nameWords.name}</label>
            <p class="soft" id={`${name}-hint`}>
              {nameWords.nameHint}
            </p>
            <input
              id={name}
              name={name}
              type="text"
              maxlength={30}
              autocomplete="off"
              aria-describedby={`${name}-hint`}
            />
          </div>
          {mayAsk && (
            <label class="choice">
              <input type="checkbox" name={`asks:${toPointer(at)}`} value="on" />
              <span>
                {newWords[form.language].asks}
                <small>{newWords[form.language].asksHint}</small>
              </span>
            </label>
          )}
          <button type="submit" class="second" name="do" value={`make-mail ${toPointer(at)}`}>
            {words.make}
          </button>
        </div>
      </details>
    </div>
  );
}
