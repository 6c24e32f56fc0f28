import type { ActionName } from '../../domain/handover/actions/action.ts';
import { byField } from './action-fields.ts';
import type { ActionFormsView } from './action-forms-view.ts';
import { Choice, FieldPart, Labelled } from './field.tsx';
import type { HandoverWords } from './words/en.ts';

interface Props {
  view: ActionFormsView;
  words: HandoverWords;
  action: ActionName;
}

/** Asks who answers, unless that is known: somebody of the team, or any name when there is no team. */
export function AnsweredBy(props: Props) {
  const { team, by: likely, person } = props.view;
  if (person !== undefined) return null;
  if (team.length === 0) return <FieldPart {...props} field={byField} preset={likely} />;
  const preset = team.find(({ value, label }) => value === likely || label === likely)?.value;
  return (
    <Labelled {...props} field={byField}>
      <Choice {...props} field={byField} options={team} preset={preset} />
    </Labelled>
  );
}
