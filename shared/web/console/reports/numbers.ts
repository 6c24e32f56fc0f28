import type { Language } from '../../../domain/language.ts';
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
