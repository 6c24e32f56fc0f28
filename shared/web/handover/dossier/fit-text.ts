import type { FitReason } from '../../../domain/fit/fit.ts';
import type { Language } from '../../../domain/language.ts';
import { dossierWords } from './words.ts';

/** The reasons that do not say by themselves whether they are bad. */
const NEUTRAL: readonly FitReason['code'][] = ['job-title', 'sector', 'country', 'postcode', 'answer'];

/**
 * Why a lead fits or not.
 * @param label of the question that the reason names, if it names one
 */
export function fitReasonText(reason: FitReason, label: string, language: Language): string {
  const words = dossierWords[language];
  const text = words.fitReasons[reason.code]('value' in reason ? reason.value : '', label);
  return reason.says === 'bad' && NEUTRAL.includes(reason.code) ? words.doesNotFit(text) : text;
}
