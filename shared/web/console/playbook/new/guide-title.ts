import { type Language, languages } from '../../../../domain/language.ts';
import type { GuideSteps } from '../../../../playbook/new/guide-steps.ts';

/** The title of a guide as somebody reads it; the name of its form when it has none. */
export function titleOf({ title, form }: GuideSteps, language: Language): string {
  const other = languages.map((one) => title[one]).find((one) => one !== undefined);
  return title[language] ?? other ?? form;
}
