import { type Language, languages } from '../../../../domain/language.ts';
import { ownName } from '../../../language.ts';
import { fileAddress } from '../addresses.ts';
import { formEditorWords } from './words.ts';

/** A form as visitors see it: as it was saved, or as it is typed now. Sending it in is not possible here. */
export function FormLook({ language, name }: { language: Language; name: string }) {
  const words = formEditorWords[language];
  const look = `${fileAddress('forms.yaml')}/look`;
  return (
    <section class="card look" aria-label={words.look}>
      <h2>{words.look}</h2>
      <p class="soft">{words.lookHint}</p>
      <p class="buttons">
        {languages.map((one) => (
          <button type="submit" class="second" formaction={look} formtarget="look" name="in" value={one}>
            {words.showIn(ownName(one))}
          </button>
        ))}
      </p>
      <iframe
        class="phone"
        name="look"
        sandbox=""
        loading="lazy"
        title={words.lookTitle(name)}
        src={`${look}?${new URLSearchParams({ entry: name, in: language })}`}
      />
    </section>
  );
}
