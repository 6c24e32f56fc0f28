import type { Language } from '../../../domain/language.ts';
import { endReasonIn, returnReasonIn } from '../../../domain/reports/counted.ts';
import { BUCKETS } from '../../../domain/reports/steps.ts';
import { duration } from '../../duration.ts';
import { locales } from '../../language.ts';
import { reportWords } from './words.ts';

/** Of fewer than this a percentage says more than is known. */
const FEW = 20;

/** A whole number with its thousands set apart. */
export function count(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/**
 * A part of a whole: `2 of 5` while there are few, a whole percentage from twenty on. A dash of nothing, and of a part
 * that is larger, as when much of it began before the period, or negative, as when sales corrected an earlier answer.
 */
export function part(language: Language, value: number, whole: number): string {
  if (whole <= 0 || value < 0 || value > whole) return '–';
  if (whole < FEW) return reportWords[language].partOf(count(language, value), count(language, whole));
  const style = { style: 'percent', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locales[language], style).format(value / whole);
}

/** A share as a percentage, with a digit behind the point while it is small: there it matters. */
export function percent(language: Language, share: number): string {
  const maximumFractionDigits = share < 0.1 || share > 0.99 ? 1 : 0;
  const style = { style: 'percent', maximumFractionDigits } as const;
  return new Intl.NumberFormat(locales[language], style).format(share);
}

/** An amount of money. */
export function money(language: Language, amount: number, currency: string): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(amount);
}

/** A UTC day, such as `22 Nov 2026`. */
export function shortDay(language: Language, day: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

/** What a number of the reports counts, such as `Clicked by people`. */
export function numberName(language: Language, counted: string): string {
  const { behind, mails, reasons } = reportWords[language];
  const [left, returned] = [endReasonIn(counted), returnReasonIn(counted)];
  if (left !== undefined) return behind.left(mails.ended[left]);
  if (returned !== undefined) return behind.returned(reasons.names[returned]);
  const [, what = '', bucket] = counted.split('.');
  if (bucket !== undefined) return behind.answeredIn(bucketName(language, Number(bucket)));
  return behind.numbers[what as keyof typeof behind.numbers];
}

/** How long the answers of a bucket took. */
export function bucketName(language: Language, number: number): string {
  const { responses } = reportWords[language];
  const place = BUCKETS.findIndex((one) => one.number === number);
  const [below, from] = [BUCKETS[place]?.below ?? null, BUCKETS[place - 1]?.below ?? 0];
  if (below === null) return responses.longer(duration(language, from));
  return from === 0 ? duration(language, 0) : responses.upTo(duration(language, below));
}
