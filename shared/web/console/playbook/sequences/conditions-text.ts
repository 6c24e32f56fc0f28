import { either, listed } from '../../../language.ts';
import { titleOf } from '../kit/known-options.ts';
import type { PartForm } from '../kit/part-form.ts';
import { sequencesWords } from './words.ts';

/** Who gets a step, in one line. Conditions that cannot be read say nothing. */
export function conditionsText(form: PartForm, conditions: Record<string, unknown>): string {
  const { language } = form;
  const words = sequencesWords[language];
  const list = (name: string) => {
    const value = conditions[name];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const any = (name: string, texts: Readonly<Record<string, string>>) =>
    either(
      language,
      list(name).map((one) => texts[one] ?? one),
    );
  const titled = (name: string, kind: 'forms' | 'fields') =>
    either(
      language,
      list(name).map((one) => `“${titleOf(form, kind, one)}”`),
    );
  const { scoreFrom, scoreBelow } = conditions;
  const parts = [
    typeof scoreFrom === 'number' && words.ifScoreFrom(scoreFrom),
    typeof scoreBelow === 'number' && words.ifScoreBelow(scoreBelow),
    list('bands').length > 0 && words.ifBands(any('bands', words.bands)),
    list('fit').length > 0 && words.ifFit(any('fit', words.fits)),
    ...(['knows', 'doesNotKnow'] as const).map(
      (name) => list(name).length > 0 && words.ifs[name](titled(name, 'fields')),
    ),
    ...(['visited', 'notVisited'] as const).map(
      (name) => list(name).length > 0 && words.ifs[name](any(name, {})),
    ),
    ...(['requested', 'notRequested'] as const).map(
      (name) => list(name).length > 0 && words.ifs[name](titled(name, 'forms')),
    ),
    ...(['registered', 'attended'] as const).map((name) => {
      const wanted = conditions[name];
      return typeof wanted === 'boolean' && words.ifEvent[name][wanted ? 'yes' : 'no'];
    }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? words.toAll : words.onlyIf(listed(language, parts));
}
