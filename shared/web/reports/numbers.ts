import type { Language } from '../../domain/language.ts';
import { counted, locales } from '../language.ts';
import { reportWords } from './words.ts';

/** A whole number with its thousands set apart. */
export function count(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** A share as a whole percentage; a dash when there is none. */
export function percent(language: Language, share: number | null): string {
  if (share === null) return '–';
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}

/** An amount in euros. */
export function euros(language: Language, amount: number): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(amount);
}

/** A duration in whole hours, at least one; from 48 hours on in days. */
export function duration(language: Language, hours: number): string {
  const words = reportWords[language];
  if (hours < 48) return counted(language, Math.max(1, Math.round(hours)), words.hours);
  return counted(language, Math.round(hours / 24), words.days);
}
