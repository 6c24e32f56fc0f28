import type { ActionName } from '../../domain/handover/action.ts';
import { actionFields } from './action-fields.ts';
import { AnsweredBy } from './answered-by.tsx';
import { FieldPart } from './field.tsx';
import type { HandoverView } from './handover-view.ts';
import type { HandoverWords } from './words/en.ts';

interface Props {
  view: HandoverView;
  words: HandoverWords;
}

/** A folded form for each action that sales can take now. The one asked for is open, by default to accept. */
export function ActionForms({ view, words }: Props) {
  const open = view.entered?.action ?? view.open ?? view.possible.find((action) => action === 'accept');
  return (
    <section id="answer">
      <h2>{words.answer}</h2>
      {view.possible.length === 0 && <p>{words.notices.nothingMore}</p>}
      {view.possible.map((action) => (
        <details class="answer" id={action} open={action === open}>
          <summary>{words.actions[action].title}</summary>
          <AnswerForm view={view} words={words} action={action} />
        </details>
      ))}
    </section>
  );
}

function AnswerForm({ view, words, action }: Props & { action: ActionName }) {
  const { hint, button } = words.actions[action];
  return (
    <form method="post" action={view.address} novalidate>
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="_key" value={view.key} />
      {view.possible.includes('accept') && <input type="hidden" name="_unanswered" value="1" />}
      {hint && <p>{hint}</p>}
      {actionFields[action].map((field) => (
        <FieldPart field={field} action={action} view={view} words={words} />
      ))}
      <AnsweredBy view={view} words={words} action={action} />
      <button type="submit">{button}</button>
    </form>
  );
}
