import type { SalesAction } from '../../../domain/handover/action.ts';
import type { Language } from '../../../domain/language.ts';
import { locales } from '../../language.ts';
import { outsideLine } from './outside-text.ts';
import type { Line } from './section.ts';
import type { DossierWords } from './words/en.ts';
import { dossierWords } from './words.ts';

/** An action of sales in one sentence, without a full stop. */
export function actionText(action: SalesAction, language: Language): string {
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
      return actions.won(by, euros(language, action.value));
    case 'lost':
      return actions.lost(by, outsideLine(action.reason));
  }
}

/** An action of sales, with everything they wrote down. */
export function actionLine(action: SalesAction, language: Language, when: string): Line {
  const labels = dossierWords[language].details;
  const details = detailsOf(action).flatMap(([detail, value]) =>
    value ? [`${labels[detail]}: ${outsideLine(value, 300)}`] : [],
  );
  return { text: actionText(action, language), note: [...details, when].join(' · ') };
}

type Detail = keyof DossierWords['details'];

function detailsOf(action: SalesAction): [Detail, string | undefined][] {
  const note: [Detail, string | undefined] = ['note', action.note];
  switch (action.action) {
    case 'accept':
    case 'call':
    case 'won':
    case 'lost':
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

/** An amount, with cents only if it has any. */
function euros(language: Language, amount: number): string {
  const format = {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 2,
    minimumFractionDigits: 0,
  } as const;
  return new Intl.NumberFormat(locales[language], format).format(amount);
}
