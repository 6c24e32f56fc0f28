import type { Language } from '../../domain/language.ts';
import { locales } from '../language.ts';

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
