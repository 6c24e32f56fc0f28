import { type Path, toField } from '../../../../playbook/mistake.ts';
import { AddChosen } from '../kit/add-chosen.tsx';
import { EntryButtons, EntryProblems } from '../kit/entries.tsx';
import { ListInput } from '../kit/inputs.tsx';
import { knownOptions, titleOf } from '../kit/known-options.ts';
import { listAt, type PartForm, readAt } from '../kit/part-form.ts';
import { formEditorWords } from './words.ts';

interface Props {
  form: PartForm;
  /** The name of the form. */
  name: string;
  list: 'ask' | 'later';
  label: string;
  hint: string;
}

/** The questions of a form by their labels, to be moved and taken away, and the fields that it does not ask yet. */
export function QuestionFields({ form, name, list, label, hint }: Props) {
  const words = formEditorWords[form.language];
  const at = [name, list];
  const questions = listAt(form, at);
  // What is no list of names can only be typed.
  if (readAt(form, at) !== '' && !questions.every((one) => typeof one === 'string'))
    return <ListInput form={form} at={at} label={label} hint={hint} />;
  const asked = ['ask', 'later'].flatMap((one) => listAt(form, [name, one]));
  return (
    <section class="field" id={toField(at)} tabindex={-1}>
      <h3>{label}</h3>
      <p class="soft">{hint}</p>
      <EntryProblems form={form} at={at} />
      <ol class="questions">
        {questions.map((question, index) => (
          <Question
            form={form}
            at={[...at, index]}
            field={String(question)}
            place={{ index, of: questions.length }}
          />
        ))}
      </ol>
      <AddChosen
        at={at}
        what="question"
        label={words.newQuestion[list]}
        button={words.addQuestion[list]}
        options={knownOptions(form, 'questions').filter(({ value }) => !asked.includes(value))}
      />
    </section>
  );
}

interface QuestionProps {
  form: PartForm;
  at: Path;
  field: string;
  place: { index: number; of: number };
}

function Question({ form, at, field, place }: QuestionProps) {
  const label = titleOf(form, 'fields', field);
  return (
    <li id={toField(at)} tabindex={-1}>
      <EntryProblems form={form} at={at} />
      <div class="question">
        <span>
          {label} {label !== field && <code class="quiet small">{field}</code>}
        </span>
        <EntryButtons form={form} at={at} called={label} place={place} />
      </div>
    </li>
  );
}
