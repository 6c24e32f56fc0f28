import type { Language } from '../../shared/domain/language.ts';
import { locales } from '../../shared/web/language.ts';

/** A day and time as the invented company's people read it. */
export function Moment({ at, language }: { at: string | number; language: Language }) {
  const date = new Date(at);
  const text = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(date);
  return <time datetime={date.toISOString()}>{text}</time>;
}
