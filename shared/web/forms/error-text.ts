import { PERMISSION } from '../../domain/forms/questions.ts';
import type { FieldError } from '../../domain/forms/read-field.ts';
import type { Language } from '../../domain/language.ts';
import { formWords } from './words.ts';

/** What is wrong with an answer, and what would be right. */
export function errorText(error: FieldError, field: string, language: Language): string {
  const { errors } = formWords[language];
  if (error.code === 'too-long') return errors['too-long'](error.max);
  if (error.code !== 'missing') return errors[error.code];
  if (field === PERMISSION) return errors['missing-permission'];
  return errors[field === 'email' ? 'missing-email' : 'missing'];
}
