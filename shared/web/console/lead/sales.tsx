import { may } from '../../../domain/console/viewer.ts';
import type { SalesAction } from '../../../domain/handover/actions/action.ts';
import { undoneBy } from '../../../domain/handover/actions/standing-actions.ts';
import { reachedIn } from '../../../domain/handover/dossier/score-part.ts';
import { handoversOf, type PublicHandover } from '../../../domain/handover/handovers.ts';
import { answerAddress } from '../../handover/answer-address.ts';
import { actionLine } from '../../handover/dossier/action-text.ts';
import { rankText } from '../../handover/dossier/rank-text.ts';
import { routeText } from '../../handover/dossier/route-text.ts';
import { dossierWords } from '../../handover/dossier/words.ts';
import { listed } from '../../language.ts';
import type { LeadView } from './lead-view.ts';
import { leadWords } from './words.ts';

/** Its hand-overs with their answers, and what sales did last. */
export function SalesSection({ view, actions }: { view: LeadView; actions: readonly SalesAction[] }) {
  const { lead, times, language, address, colleague, viewer } = view;
  const words = leadWords[language].sales;
  const handovers = handoversOf(lead, actions).toReversed();
  return (
    <section class="card" id="sales">
      <h2>{words.title}</h2>
      {handovers.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="plain">
        {handovers.map((handover) => (
          <HandoverLine view={view} handover={handover} />
        ))}
      </ul>
      {actions.length > 0 && (
        <>
          <h3>{words.did}</h3>
          <ul class="plain">
            {actions.toReversed().map((action) => {
              const undone = undoneBy(action, actions);
              const { text, note } = actionLine(named(action, colleague), language, times.moment, undone);
              return (
                <li>
                  {undone ? <s>{text}</s> : text}
                  <div class="small quiet">{note}</div>
                </li>
              );
            })}
          </ul>
          <p class="small">
            <a href={`${address}?kind=sales#timeline`}>{words.earlier}</a>
            {may(viewer, 'answer-for-sales') && (
              <>
                {' · '}
                <a href={answerAddress(lead.id)}>{words.correct}</a>
              </>
            )}
          </p>
        </>
      )}
    </section>
  );
}

function HandoverLine({ view, handover }: { view: LeadView; handover: PublicHandover }) {
  const { times, language, colleague, playbook } = view;
  const words = leadWords[view.language].sales;
  const { number, reason, status, openedAt, score, to, via, ranked, answer } = handover;
  const { returnReasons } = dossierWords[language];
  const names = reachedIn(handover, playbook.scoring).map(({ name }) => name);
  const isByOthers = reason === 'threshold' && names.length > 0;
  const why = isByOthers ? words.reached(listed(language, names)) : words.reasons[reason];
  const said =
    answer &&
    [
      colleague(answer.by),
      times.moment(answer.at),
      ...(answer.reason ? [returnReasons[answer.reason]] : []),
      ...(answer.criterion ? [playbook.fields[answer.criterion]?.label[language] ?? answer.criterion] : []),
    ].join(', ');
  return (
    <li>
      <b>{words.number(number)}</b>: {why}, {words.statuses[status]}
      <div class="small quiet">
        {words.opened(times.moment(openedAt), leadWords[view.language].score.ofPoints(score))}
        {to && ` · ${words.to(colleague(to))}`}
        {via && ` (${routeText(language, via)})`}
      </div>
      {ranked && <div class="small quiet">{rankText(ranked, language)}</div>}
      {said && <div class="small quiet">{said}</div>}
    </li>
  );
}

/** An action with names of people instead of their keys in the team. */
function named(action: SalesAction, colleague: LeadView['colleague']): SalesAction {
  const by = colleague(action.by);
  return action.action === 'assign' ? { ...action, by, to: colleague(action.to) } : { ...action, by };
}
