import { languages } from '../../../../domain/language.ts';
import { ownName } from '../../../language.ts';
import { EntryProblems } from './entries.tsx';
import { type InputProps, TextInput } from './inputs.tsx';

/** A text in each language, beside each other. */
export function InBoth({ rows, ...input }: InputProps & { rows?: number }) {
  return (
    <div class="row">
      <EntryProblems form={input.form} at={input.at} />
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
  );
}
