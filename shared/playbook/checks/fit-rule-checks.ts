import { FIT_SETTINGS } from '../../domain/fit/reasons.ts';
import type { Finding } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';
import { suggestion } from '../suggestion.ts';

/** Rules for a reason of the fit that `fit.yaml` never gives. */
export function unknownFitSettings({ scoring, fit }: Pick<PlaybookContent, 'scoring' | 'fit'>): Finding[] {
  const own = (fit.criteria ?? []).map(({ field }) => field);
  const known: readonly string[] = [...new Set(Object.values(FIT_SETTINGS)), ...own];
  return scoring.rules.flatMap((rule, index) => {
    if (rule.on !== 'fit') return [];
    return (rule.because ?? []).flatMap((setting, place) => {
      const path = ['rules', index, 'because', place];
      if (!known.includes(setting)) {
        const problem = {
          nl: `fit.yaml heeft geen instelling of criterium "${setting}"`,
          en: `fit.yaml has no setting or criterion "${setting}"`,
        };
        return [{ path, problem, remedy: suggestion(setting, known) }];
      }
      if (setting in fit || own.includes(setting)) return [];
      const problem = {
        nl: `dit geldt nooit, want fit.yaml zegt niets over ${setting}`,
        en: `this never holds, because fit.yaml says nothing of ${setting}`,
      };
      const remedy = {
        nl: `zet ${setting} in fit.yaml, of laat het hier weg`,
        en: `add ${setting} to fit.yaml, or leave it out here`,
      };
      return [{ path, problem, remedy, isWarning: true }];
    });
  });
}
