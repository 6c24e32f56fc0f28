import type { SalesAction } from '../../../domain/handover/actions/action.ts';
import { undoneBy } from '../../../domain/handover/actions/standing-actions.ts';
import { personName, type TeamNames } from '../../../domain/handover/dossier/person-name.ts';
import type { Lead } from '../../../domain/identity/lead.ts';
import type { Language } from '../../../domain/language.ts';
import type { Instant } from '../../../domain/time.ts';
import { ActionForms } from '../../handover/action-forms.tsx';
import type { ActionFormsView } from '../../handover/action-forms-view.ts';
import { answerAddress, calendarAddress } from '../../handover/answer-address.ts';
import { actionLine, actionText } from '../../handover/dossier/action-text.ts';
import { recentTime } from '../../handover/dossier/times.ts';
import { Problems } from '../../handover/problems.tsx';
import { handoverWords } from '../../handover/words.ts';
import { inPlace } from '../parts/in-place.ts';
import { deskWords } from './words.ts';

export interface AnswerPageProps {
  language: Language;
  timeZone: string;
  now: Instant;
  lead: Lead;
  actions: readonly SalesAction[];
  team: TeamNames;
  forms: ActionFormsView;
  notice?: { text: string; isRefusal: boolean };
}

/** What sales did with a lead, each to be corrected, and forms for all that can be done now. */
export function AnswerPage(props: AnswerPageProps) {
  const { language, lead, actions, forms, notice } = props;
  const words = deskWords[language];
  const say = handoverWords[language];
  const wrong = actions.find(({ number }) => number === forms.replaces);
  return (
    <>
      {notice && (
        <p
          class={notice.isRefusal ? 'notice refusal' : 'notice'}
          role={notice.isRefusal ? 'alert' : 'status'}
        >
          {notice.text}
        </p>
      )}
      <Problems view={forms} words={say} />
      <p>
        {words.stage(say.stages[lead.stage])} <a href={`/console/leads/${lead.id}`}>{words.toLead}</a>
      </p>
      {lead.handover?.callBack && (
        <p>
          <a href={calendarAddress(lead.id)}>{words.calendar}</a>
        </p>
      )}
      <div class="columns">
        <div class="card">
          {wrong && (
            <p>
              {words.correcting} <q>{textOf(wrong, props)}</q>.{' '}
              <a href={answerAddress(lead.id)}>{words.notCorrecting}</a>
            </p>
          )}
          <div {...inPlace}>
            <ActionForms view={forms} words={say} />
          </div>
        </div>
        <section class="card">
          <h2>{words.told}</h2>
          {actions.length === 0 && <p class="quiet">{words.nothing}</p>}
          <ul>
            {actions.toReversed().map((action) => (
              <Told {...props} action={action} />
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Told({ action, ...props }: AnswerPageProps & { action: SalesAction }) {
  const { language, lead, actions } = props;
  const words = deskWords[language];
  const undone = undoneBy(action, actions);
  const { text, note } = actionLine(named(action, props), language, timeIn(props), undone);
  const canCorrect = undone === undefined && !['reopen', 'assign', 'call-back'].includes(action.action);
  return (
    <li>
      {undone ? <s>{text}</s> : text} <span class="quiet small">{note}</span>{' '}
      {canCorrect && (
        <a href={answerAddress(lead.id, action.number)} aria-label={words.correctThis(text)}>
          {words.correct}
        </a>
      )}
    </li>
  );
}

function textOf(action: SalesAction, props: AnswerPageProps): string {
  return actionText(named(action, props), props.language, timeIn(props));
}

function timeIn({ language, timeZone, now }: AnswerPageProps): (at: Instant) => string {
  return recentTime(language, timeZone, now);
}

function named(action: SalesAction, { team }: AnswerPageProps): SalesAction {
  const by = personName(team, action.by);
  return action.action === 'assign' ? { ...action, by, to: personName(team, action.to) } : { ...action, by };
}
