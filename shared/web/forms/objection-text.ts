import type { FieldError } from '../../domain/forms/answers.ts';
import type { Language } from '../../domain/language.ts';
import { formWords } from './words.ts';

/** What is wrong with an answer, and what would be right. */
export function objectionText(objection: FieldError, field: string, language: Language): string {
  const { objections } = formWords[language];
  if (objection.code === 'too-long') return objections['too-long'](objection.max);
  const isEmailMissing = objection.code === 'missing' && field === 'email';
  return objections[isEmailMissing ? 'missing-email' : objection.code];
}
