import type { Language, Localised } from '../domain/language.ts';

/** Whose way of writing dates, numbers and lists a language follows (BCP 47). */
export const locales: Localised = { nl: 'nl-NL', en: 'en-GB' };

/** How a language calls itself, such as `Nederlands`. */
export function ownName(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** A noun for each plural form of its language; `other` serves where a form has none of its own. */
export type Noun = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A count with its noun, such as `1 point`, `3 points` or `20-50 points`. */
export function counted(language: Language, count: number | string, noun: Noun): string {
  const form = new Intl.PluralRules(locales[language]).select(Number(count));
  return `${count} ${noun[form] ?? noun.other}`;
}

/** A whole number as people write it, such as `1,200`. */
export function wholeNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** Several things in one sentence, such as `a, b and c`. */
export function listed(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language]).format(items);
}

/** Several things of which one will do, such as `a, b or c`. */
export function either(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'disjunction' }).format(items);
}

/** A day in full, such as `22 November 2026`. */
export function longDate(language: Language, at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(new Date(at));
}

/** A day in full and the time, such as `22 November 2026 at 10:00`. */
export function longDateTime(language: Language, at: string, timeZone: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locales[language], format).format(new Date(at));
}

/** A day and the time, short, such as `22 Nov 2026, 10:00`. */
export function shortDateTime(language: Language, at: string, timeZone: string): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locales[language], format).format(new Date(at));
}
