import type { SalesAction } from '../../../domain/handover/action.ts';
import { outsideLine } from './outside-text.ts';
import type { Detail, SalesWords } from './sales-words.ts';
import type { Line } from './section.ts';

/** What somebody of sales did, in one sentence without a full stop. */
export function actionText(action: SalesAction, words: SalesWords, locale: string): string {
  const by = outsideLine(action.by, 60);
  switch (action.action) {
    case 'accept':
    case 'qualify':
    case 'opportunity':
      return words.acts[action.action](by);
    case 'call':
      return words.acts[action.outcome](by);
    case 'return':
      return words.gaveBack(by, words.reasons[action.reason]);
    case 'won':
      return words.won(by, eurosIn(locale)(action.value));
    case 'lost':
      return words.lost(by, outsideLine(action.reason));
  }
}

/** What somebody of sales did, with all that it wrote down. */
export function actionLine(
  action: SalesAction,
  words: SalesWords,
  { locale, when }: { locale: string; when: string },
): Line {
  const details = detailsOf(action).flatMap(([detail, value]) =>
    value ? [`${words.details[detail]}: ${outsideLine(value, 300)}`] : [],
  );
  return { text: actionText(action, words, locale), note: [...details, when].join(' · ') };
}

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
      const told = { need, urgency, buyingStage, decisionMakers, budget };
      return [...(Object.entries(told) as [Detail, string][]), note];
    }
    case 'opportunity': {
      const { need, budget, authority } = action.proofs;
      return [['need', need.evidence], ['budget', budget.evidence], ['authority', authority.evidence], note];
    }
  }
}

function eurosIn(locale: string): (value: number) => string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 2,
    minimumFractionDigits: 0,
  });
  return (value) => format.format(value);
}
