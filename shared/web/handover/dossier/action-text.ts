import type { SalesAction } from '../../../domain/handover/actions/action.ts';
import { FIRST_CURRENCY } from '../../../domain/handover/actions/request-problem.ts';
import type { Language } from '../../../domain/language.ts';
import type { Instant } from '../../../domain/time.ts';
import { locales } from '../../language.ts';
import { outsideLine } from './outside-text.ts';
import type { Line } from './section.ts';
import type { DossierWords } from './words/en.ts';
import { dossierWords } from './words.ts';

/** Formats a time. */
type Moment = (at: Instant) => string;

/** An action of sales in one sentence, without a full stop. */
export function actionText(action: SalesAction, language: Language, moment: Moment): string {
  const text = whatWasDone(action, language, moment);
  return action.replaces === undefined ? text : dossierWords[language].actions.correction(text);
}

function whatWasDone(action: SalesAction, language: Language, moment: Moment): string {
  const { actions, returnReasons } = dossierWords[language];
  const by = outsideLine(action.by, 60);
  switch (action.action) {
    case 'accept':
    case 'qualify':
    case 'opportunity':
      return actions[action.action](by);
    case 'call':
      return actions[action.outcome](by);
    case 'return':
      return actions.return(by, returnReasons[action.reason]);
    case 'won':
      return actions.won(by, amountText(language, action.value, action.currency));
    case 'lost':
    case 'reopen':
      return actions[action.action](by, outsideLine(action.reason));
    case 'assign':
      return actions.assign(by, outsideLine(action.to, 60));
    case 'note':
      return actions.note(by, outsideLine(action.text, 300));
    case 'call-back':
      return actions['call-back'](by, moment(action.callAt));
  }
}

/** An action of sales, with everything they wrote down. `undoneBy`: the one that corrected it or took it back. */
export function actionLine(
  action: SalesAction,
  language: Language,
  moment: Moment,
  undoneBy?: SalesAction,
): Line {
  const { details: labels, actions } = dossierWords[language];
  const mark = undoneBy && (undoneBy.action === 'reopen' ? actions.undone : actions.corrected);
  const details = detailsOf(action).flatMap(([detail, value]) =>
    value ? [`${labels[detail]}: ${outsideLine(value, 300)}`] : [],
  );
  const note = [...(mark ? [mark] : []), ...details, moment(action.at)].join(' · ');
  return { text: actionText(action, language, moment), note };
}

type Detail = keyof DossierWords['details'];

function detailsOf(action: SalesAction): [Detail, string | undefined][] {
  const note: [Detail, string | undefined] = ['note', action.note];
  switch (action.action) {
    case 'accept':
    case 'call':
    case 'won':
    case 'lost':
    case 'reopen':
    case 'assign':
    case 'note':
    case 'call-back':
      return [note];
    case 'return': {
      const parts = [action.criterion, action.value].filter((part) => part !== undefined);
      return [['criterion', parts.join(' = ')], note];
    }
    case 'qualify': {
      const { need, urgency, buyingStage, decisionMakers, budget } = action;
      const findings = { need, urgency, buyingStage, decisionMakers, budget };
      return [...(Object.entries(findings) as [Detail, string][]), note];
    }
    case 'opportunity': {
      const { need, budget, authority } = action.proofs;
      return [['need', need.evidence], ['budget', budget.evidence], ['authority', authority.evidence], note];
    }
  }
}

/** An amount of money, with cents only if it has any. */
export function amountText(language: Language, amount: number, currency = FIRST_CURRENCY): string {
  const format = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  return new Intl.NumberFormat(locales[language], format).format(amount);
}
