import type { Language } from '../../../../domain/language.ts';
import type { AbTestRow } from '../../../../domain/reports/ab-test-rows.ts';
import type { MailNames } from '../figures.ts';

/** What an inbox shows of a variant, with the name of the variant. */
export function variantName(
  { step }: Pick<AbTestRow, 'step'>,
  { variant, mail, subject }: Pick<AbTestRow['variants'][number], 'variant' | 'mail' | 'subject'>,
  names: MailNames,
  language: Language,
): string {
  const shown = subject === null ? names.ofMail(mail, step) : names.ofSubject(subject[language]);
  return `${variant}: ${shown}`;
}
