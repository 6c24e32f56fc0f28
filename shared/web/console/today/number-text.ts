import type { Language } from '../../../domain/language.ts';
import { locales } from '../../language.ts';

/** A number as a language writes it. */
export function numberText(language: Language, number: number): string {
  return new Intl.NumberFormat(locales[language]).format(number);
}
