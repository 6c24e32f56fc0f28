import type { Language } from '../../../../domain/language.ts';
import { either, listed } from '../../../language.ts';
import { sequencesWords } from './words.ts';

/** Who gets a step, in one line. Conditions that cannot be read say nothing. */
export function conditionsText(conditions: Record<string, unknown>, language: Language): string {
  const words = sequencesWords[language];
  const list = (name: string) => {
    const value = conditions[name];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const any = (name: string, texts?: Record<string, string>) =>
    either(
      language,
      list(name).map((one) => texts?.[one] ?? one),
    );
  const { scoreFrom, scoreBelow } = conditions;
  const parts = [
    typeof scoreFrom === 'number' && words.ifScoreFrom(scoreFrom),
    typeof scoreBelow === 'number' && words.ifScoreBelow(scoreBelow),
    list('bands').length > 0 && words.ifBands(any('bands', words.bands)),
    list('fit').length > 0 && words.ifFit(any('fit', words.fits)),
    ...(['knows', 'doesNotKnow', 'visited', 'notVisited', 'requested', 'notRequested'] as const).map(
      (name) => list(name).length > 0 && words.ifs[name](any(name)),
    ),
  ].filter((part) => part !== false);
  return parts.length === 0 ? words.toAll : words.onlyIf(listed(language, parts));
}
