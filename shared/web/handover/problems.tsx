import { actionFields, type FieldName } from './action-fields.ts';
import type { ActionFormsView } from './action-forms-view.ts';
import type { HandoverWords } from './words/en.ts';

/** The problems in the order of the form, each with a link to its field. */
export function Problems({ view: { entered }, words }: { view: ActionFormsView; words: HandoverWords }) {
  if (entered === undefined || Object.keys(entered.problems).length === 0) return null;
  const { action, problems } = entered;
  const names: FieldName[] = [...actionFields[action].map(({ name }) => name), 'by'];
  return (
    <div class="notice refusal" role="alert" tabindex={-1} autofocus>
      <p>{words.notYet}</p>
      <ul>
        {names.flatMap((name) => {
          const problem = problems[name];
          return problem === undefined ? (
            []
          ) : (
            <li>
              <a href={`#${action}-${name}`}>
                {`${words.fields[name].label.replace(/\?$/, '')}: ${words.problems[problem]}`}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
