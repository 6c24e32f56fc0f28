import type { Language } from '../../../../domain/language.ts';
import { locales } from '../../../language.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const A_MONDAY = Date.UTC(2024, 0, 1);

/** The days of the week to choose from, by what the playbook calls them, from Monday on. */
export function weekdays(language: Language): { value: (typeof DAYS)[number]; label: string }[] {
  const name = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' });
  return DAYS.map((value, index) => ({ value, label: name.format(A_MONDAY + index * 86_400_000) }));
}
