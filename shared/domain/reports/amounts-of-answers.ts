import type { ReturnBasis } from '../handover/handover.ts';
import type { Lead } from '../identity/lead.ts';
import type { Instant } from '../time.ts';
import { bucketOf, minutesBetween, type Timed } from './steps.ts';
import type { Metric } from './totals.ts';

/** A criterion of the ideal customer that showed a bad fit, or would have caught it. */
export interface Criterion {
  of: string;
  metric: 'told' | 'caught';
}

/** What is added to one metric. */
export type Amount = [metric: Metric, by: number];

/**
 * What all answers to the last hand-over of a lead add to the funnel, as they stand. Counted one by one as they are given,
 * they add the same.
 */
export function amountsOfAnswers({ stage, handover, won, lost }: Lead): Amount[] {
  if (handover === undefined) return [];
  const { openedAt, reached = {}, status, answer } = handover;
  const { sal, sql, opportunity } = reached;
  const amounts: Amount[] = [];
  if (sal !== undefined) amounts.push(['accepted', 1], ...took('mql>sal', openedAt, sal));
  if (sql !== undefined) amounts.push(['qualified', 1], ...took('sal>sql', sal ?? openedAt, sql));
  if (opportunity !== undefined)
    amounts.push(['opportunities', 1], ...took('sql>opportunity', sql ?? openedAt, opportunity));
  if (stage === 'customer' && won !== undefined) {
    amounts.push(
      ['won', 1],
      ...took('opportunity>customer', opportunity ?? openedAt, won.at),
      ...valueAmounts(won),
    );
  }
  const isReturned = status === 'returned';
  const isLost = lost !== undefined && lost.at >= openedAt;
  if (isReturned && answer?.reason) amounts.push([`returned.${answer.reason}`, 1]);
  if (isLost) amounts.push(['lost', 1]);
  if ((isReturned || isLost) && sql === undefined) amounts.push(['dropped', 1]);
  return amounts;
}

/** How the member of the team who has a hand-over answered it, and how fast. */
export function firstAnswerOf(lead: Lead): Amount[] {
  const { openedAt = '', reached, answer } = lead.handover ?? {};
  const at = reached?.sal ?? answer?.at;
  const own = amountsOfAnswers(lead).filter(([metric]) => isAnswerCount(metric));
  return at === undefined ? own : [...own, ...took('handover>answer', openedAt, at)];
}

/** Whether a metric counts answers to a hand-over. */
export function isAnswerCount(metric: Metric): boolean {
  return metric === 'accepted' || metric.startsWith('returned.');
}

/** The value of a deal in cents, by currency: that of the company has no name of its own. */
export function valueAmounts(won: Lead['won']): Amount[] {
  const cents = Math.round((won?.value ?? 0) * 100);
  if (cents <= 0) return [];
  return [[won?.currency === undefined ? 'value' : `value.${won.currency}`, cents]];
}

/** The criterion that showed a bad fit, and the one that would have caught it before. */
export function criteriaOf({ handover }: Lead): Criterion[] {
  return handover?.status === 'returned' ? criteriaOfReturn(handover.answer ?? {}) : [];
}

/** The criteria of a return: none unless it was a bad fit. */
export function criteriaOfReturn({ reason, criterion, caught }: Partial<ReturnBasis>): Criterion[] {
  if (reason !== 'bad-fit') return [];
  return [
    ...(criterion === undefined ? [] : [{ of: criterion, metric: 'told' as const }]),
    ...(caught === undefined ? [] : [{ of: caught, metric: 'caught' as const }]),
  ];
}

/** The duration of a step, in minutes and in its bucket. */
export function took(step: Timed, from: Instant, to: Instant): Amount[] {
  const minutes = minutesBetween(from, to);
  const count: Amount = [`took.${step}.${bucketOf(minutes)}`, 1];
  const whole = Math.round(minutes);
  return whole === 0 ? [count] : [[`minutes.${step}`, whole], count];
}
