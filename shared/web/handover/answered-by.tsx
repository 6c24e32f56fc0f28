import type { ActionName } from '../../domain/handover/action.ts';
import type { ActionField } from './action-fields.ts';
import { Choice, FieldPart, Labelled } from './field.tsx';
import type { HandoverView } from './handover-view.ts';
import type { HandoverWords } from './words/en.ts';

const by: ActionField = { name: 'by', path: 'by', kind: 'person' };
const name: ActionField = { name: 'name', path: 'by', kind: 'person', shownWhen: 'other', isOptional: true };

interface Props {
  view: HandoverView;
  words: HandoverWords;
  action: ActionName;
}

/** Asks who answers: a member of the team, or any name. The most likely person is filled in. */
export function AnsweredBy(props: Props) {
  const { team, by: likely } = props.view;
  const isOfTeam = team.some(({ value }) => value === likely);
  if (team.length === 0) return <FieldPart {...props} field={by} preset={likely} />;
  return (
    <>
      <Labelled {...props} field={by}>
        <Choice
          {...props}
          field={by}
          options={team}
          none={props.words.somebodyElse}
          preset={isOfTeam ? likely : undefined}
        />
      </Labelled>
      <FieldPart {...props} field={name} preset={isOfTeam ? undefined : likely} />
    </>
  );
}
