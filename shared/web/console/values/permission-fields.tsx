import { controlOf, Entry, ValueEntry } from './entry.tsx';
import { type AddForm, problemText } from './problem-text.ts';
import { valuesWords } from './words.ts';

/** The proof of a permission that somebody gave to a colleague. */
export function PermissionFields({ language, playbook, typed, problems, today, canConfirm }: AddForm) {
  const { add: words } = valuesWords[language];
  const wrong = (name: string) => problemText(problems[name], name, language);
  const entry = (name: string, label: string, hint?: string) => ({ name, label, hint, wrong: wrong(name) });
  const text = (name: string) => typed.get(name) ?? '';
  const wording = entry('wording', words.wording, words.wordingHint);
  const on = entry('on', words.on);
  return (
    <section class="card">
      <h2>{words.permission}</h2>
      <p class="small quiet">{words.permissionHint}</p>
      <Entry {...wording}>
        <textarea {...controlOf(wording)} rows={3} maxlength={2_000}>
          {text('wording')}
        </textarea>
      </Entry>
      <ValueEntry
        {...entry('page', words.page, words.pageHint)}
        field={{ type: 'text', maxLength: 1_024 }}
        typed={text('page')}
      />
      <Entry {...on}>
        <input {...controlOf(on)} type="date" max={today} value={typed.has('on') ? text('on') : today} />
      </Entry>
      <Subjects {...{ language, playbook, typed }} wrong={wrong('subject')} />
      {canConfirm && (
        <label class="choice">
          <input type="checkbox" name="confirm" checked={!typed.has('_key') || typed.has('confirm')} />
          <span>
            {words.confirm}
            {playbook.mailing.doubleOptIn && <small>{words.confirmHint}</small>}
          </span>
        </label>
      )}
    </section>
  );
}

type SubjectsProps = Pick<AddForm, 'language' | 'playbook' | 'typed'> & { wrong: string | undefined };

function Subjects({ language, playbook, typed, wrong }: SubjectsProps) {
  const { subjects } = valuesWords[language].add;
  return (
    <fieldset class="field" id="subject" aria-describedby={wrong && 'subject-wrong'}>
      <legend>{subjects}</legend>
      {wrong && (
        <p class="wrong" id="subject-wrong">
          {wrong}
        </p>
      )}
      {Object.entries(playbook.mailing.subjects).map(([name, label]) => (
        <label class="choice">
          <input
            type="checkbox"
            name="subject"
            value={name}
            checked={typed.getAll('subject').includes(name)}
          />
          <span>{label[language]}</span>
        </label>
      ))}
    </fieldset>
  );
}
