import { languages } from '../../../../domain/language.ts';
import { toField } from '../../../../playbook/mistake.ts';
import { ownName } from '../../../language.ts';
import { EntryProblems } from './entries.tsx';
import { type InputProps, TextInput } from './inputs.tsx';

/** A text in each language, beside each other, below what is wrong with both. */
export function InBoth({ rows, ...input }: InputProps & { rows?: number }) {
  return (
    <>
      <EntryProblems form={input.form} at={input.at} />
      <div class="row" id={toField(input.at)}>
        {languages.map((language) => (
          <TextInput
            {...input}
            {...(rows !== undefined && { rows })}
            at={[...input.at, language]}
            label={
              <>
                {input.label} <span class="quiet">({ownName(language)})</span>
              </>
            }
            lang={language}
          />
        ))}
      </div>
    </>
  );
}
