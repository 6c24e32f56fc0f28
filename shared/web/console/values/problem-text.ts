import type { FieldError } from '../../../domain/forms/read-field.ts';
import { valueFields } from '../../../domain/identity/value-changes.ts';
import type { Language } from '../../../domain/language.ts';
import type { Day } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { errorText } from '../../forms/error-text.ts';
import { valuesWords } from './words.ts';

/** What is wrong with a field; `no-subject`: none is ticked. */
export type AddProblem = FieldError | { code: 'no-day' | 'future' | 'no-subject' };

/** A form that adds a person, as it was typed. */
export interface AddForm {
  language: Language;
  playbook: Pick<Playbook, 'fields' | 'mailing'>;
  typed: URLSearchParams;
  problems: Readonly<Record<string, AddProblem>>;
  today: Day;
  /** Whether the playbook has a mail that asks to confirm. */
  canConfirm: boolean;
}

/** The names of the fields with their labels, in the order of the form. */
export function labelsOf({ language, playbook }: Pick<AddForm, 'language' | 'playbook'>): [string, string][] {
  const { add: words } = valuesWords[language];
  const { email, source, interest, wording, page, on, subjects: subject } = words;
  const values = valueFields(playbook.fields).map(([name, { label }]): [string, string] => [
    `value.${name}`,
    label[language],
  ]);
  return [['email', email], ...values, ...Object.entries({ source, interest, wording, page, on, subject })];
}

/** What is wrong with a field, and what would be right; undefined when nothing is. */
export function problemText(
  problem: AddProblem | undefined,
  field: string,
  language: Language,
): string | undefined {
  if (problem === undefined) return undefined;
  const { problems } = valuesWords[language];
  switch (problem.code) {
    case 'missing':
    case 'no-day':
    case 'future':
    case 'no-subject':
      return problems[problem.code];
    default:
      return errorText(problem, field, language);
  }
}
