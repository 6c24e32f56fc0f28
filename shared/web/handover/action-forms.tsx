import type { ActionName } from '../../domain/handover/actions/action.ts';
import { type ActionField, actionFields } from './action-fields.ts';
import type { ActionFormsView } from './action-forms-view.ts';
import { AnsweredBy } from './answered-by.tsx';
import { FieldPart } from './field.tsx';
import type { HandoverWords } from './words/en.ts';

interface Props {
  view: ActionFormsView;
  words: HandoverWords;
}

/** A folded form for each action that sales can take now. The one asked for is open, by default to accept. */
export function ActionForms({ view, words }: Props) {
  const open = view.entered?.action ?? view.open ?? view.possible.find((action) => action === 'accept');
  return (
    <section id="answer">
      <h2>{view.replaces === undefined ? words.answer : words.correction}</h2>
      {view.possible.length === 0 && !view.signedIn && <p>{words.notices.nothingMore}</p>}
      <Unrecorded view={view} words={words} />
      {view.signedIn && (
        <p>
          <a href={view.signedIn}>{words.signedIn}</a>
        </p>
      )}
      {view.possible.map((action) => (
        <details class="answer" id={action} open={action === open}>
          <summary>{words.actions[action].title}</summary>
          <ActionForm view={view} words={words} action={action} />
        </details>
      ))}
    </section>
  );
}

const TYPED: readonly ActionField['kind'][] = ['line', 'text', 'amount', 'currency', 'moment'];

/** What somebody typed in a form that this page does not have any more: it can be copied to where it is recorded. */
function Unrecorded({ view: { entered, possible }, words }: Props) {
  if (entered === undefined || possible.includes(entered.action)) return null;
  const { action, values } = entered;
  const typed = actionFields[action].filter(({ name, kind }) => TYPED.includes(kind) && values[name]?.trim());
  if (typed.length === 0) return null;
  return (
    <div class="answer">
      <h3>{words.actions[action].title}</h3>
      <p>{words.typed}</p>
      {typed.map(({ name }) => (
        <div class="field">
          <label for={`${action}-${name}`}>{words.fields[name].label}</label>
          <textarea id={`${action}-${name}`} rows={2} readonly>
            {values[name]}
          </textarea>
        </div>
      ))}
    </div>
  );
}

/** The form for one action, with what was filled in and what is wrong with it. */
export function ActionForm({ view, words, action }: Props & { action: ActionName }) {
  const { hint, button } = words.actions[action];
  const { address, replaces, seen, key, possible } = view;
  return (
    <form method="post" action={address} novalidate>
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="_key" value={key} />
      <input type="hidden" name="_seen" value={seen} />
      {replaces === undefined && possible.includes('accept') && (
        <input type="hidden" name="_unanswered" value="1" />
      )}
      {replaces !== undefined && <input type="hidden" name="replaces" value={replaces} />}
      {hint && <p>{hint}</p>}
      {actionFields[action].map((field) => (
        <FieldPart
          field={field}
          action={action}
          view={view}
          words={words}
          preset={field.kind === 'currency' ? view.currency : undefined}
        />
      ))}
      <AnsweredBy view={view} words={words} action={action} />
      <button type="submit">{button}</button>
    </form>
  );
}
