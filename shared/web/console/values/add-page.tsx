import { valueFields } from '../../../domain/identity/value-changes.ts';
import { type Language, languages } from '../../../domain/language.ts';
import { ownName } from '../../language.ts';
import { addAddress } from '../leads/props.ts';
import { pages } from '../pages.ts';
import { controlOf, Entry, Refused, ValueEntry } from './entry.tsx';
import { PermissionFields } from './permission-fields.tsx';
import { type AddForm, labelsOf, problemText } from './problem-text.ts';
import { valuesWords } from './words.ts';

interface Props extends AddForm {
  /** The idempotency key of the form. */
  newKey: string;
  /** Whether the reader sees only what was handed over. */
  isSales: boolean;
  /** What became of the form that was sent last. */
  outcome?: 'to-marketing' | 'erased' | undefined;
}

/** The form that adds a person, with what was typed and what is wrong with it. */
export function AddPage(props: Props) {
  const { language, playbook, typed, problems, newKey, isSales, outcome } = props;
  const { add: words, notYet, required } = valuesWords[language];
  const wrong = labelsOf(props).filter(([name]) => problems[name] !== undefined);
  const entry = (name: string, label: string, hint?: string) => ({
    ...{
      name,
      label,
      hint,
      typed: typed.get(name) ?? '',
      wrong: problemText(problems[name], name, language),
    },
  });
  const fields = valueFields(playbook.fields);
  const rare = fields.filter(([, { asked }]) => asked === false);
  const value = ([name, field]: (typeof fields)[number]) => (
    <ValueEntry {...entry(`value.${name}`, field.label[language])} field={field} />
  );
  return (
    <>
      <h1>{words.title}</h1>
      {outcome === 'to-marketing' && (
        <p class="notice" role="status">
          {words.toMarketing}
        </p>
      )}
      {outcome === 'erased' && (
        <p class="notice refusal" role="alert">
          {words.erased}
        </p>
      )}
      {wrong.length > 0 && <Refused text={notYet} fields={wrong} />}
      <p class="quiet">{isSales ? words.introSales : words.intro}</p>
      <form method="post" action={addAddress} novalidate>
        <input type="hidden" name="_key" value={newKey} />
        <div class="columns">
          <section class="card">
            <h2>{words.who}</h2>
            <ValueEntry
              {...entry('email', words.email)}
              required={required}
              field={{ type: 'text', maxLength: 320 }}
            />
            {fields.filter(([, { asked }]) => asked !== false).map(value)}
            <details open={rare.some(([name]) => isTouched(name, props))}>
              <summary>{words.more}</summary>
              {rare.map(value)}
            </details>
          </section>
          <div>
            <section class="card">
              <h2>{words.from}</h2>
              <ValueEntry
                {...entry('source', words.source, words.sourceHint)}
                required={required}
                field={{ type: 'text', maxLength: 100 }}
              />
              <ValueEntry
                {...entry('interest', words.interest, words.interestHint)}
                field={{ type: 'text', maxLength: 500 }}
              />
              <LanguageEntry language={language} chosen={typed.get('locale') ?? ''} />
            </section>
            <PermissionFields {...props} />
          </div>
        </div>
        <div class="buttons">
          <button type="submit">{words.button}</button>
          <a class="button second" href={pages.leads}>
            {words.back}
          </a>
        </div>
      </form>
    </>
  );
}

function isTouched(field: string, { typed, problems }: AddForm): boolean {
  const name = `value.${field}`;
  return Boolean(typed.get(name)) || problems[name] !== undefined;
}

function LanguageEntry({ language, chosen }: { language: Language; chosen: string }) {
  const words = valuesWords[language].add;
  const entry = { name: 'locale', label: words.locale };
  return (
    <Entry {...entry}>
      <select {...controlOf(entry)}>
        <option value="">{words.noLocale}</option>
        {languages.map((one) => (
          <option value={one} selected={one === chosen}>
            {ownName(one)}
          </option>
        ))}
      </select>
    </Entry>
  );
}
