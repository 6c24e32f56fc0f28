import type { Language } from '../../../shared/domain/language.ts';
import type { People } from './people.ts';
import { previewWords } from './words.ts';

/** The choices made, and the options. */
export interface Choices {
  mail: string;
  locale: Language;
  lead: string;
  mails: readonly string[];
  leads: People['leads'];
}

/** A form to choose the mail, its language and its lead, without a script. */
export function Choice({ choices, language }: { choices: Choices; language: Language }) {
  const words = previewWords[language];
  const { mails, leads } = choices;
  const people: Option[] = [
    ['example', words.example],
    ['nobody', words.nobody],
    ...leads.map(({ id, email }): Option => [id, email]),
  ];
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{words.choose}</h2>
      <form class="choice" method="get">
        <input type="hidden" name="lang" value={language} />
        <Select
          name="mail"
          label={words.mail}
          chosen={choices.mail}
          options={mails.map((name) => [name, name])}
        />
        <Select
          name="locale"
          label={words.locale}
          chosen={choices.locale}
          options={Object.entries(words.locales)}
        />
        <Select name="lead" label={words.lead} chosen={choices.lead} options={people} />
        <button type="submit">{words.show}</button>
      </form>
    </section>
  );
}

type Option = [value: string, label: string];

function Select(props: { name: string; label: string; chosen: string; options: Option[] }) {
  const { name, label, chosen, options } = props;
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
