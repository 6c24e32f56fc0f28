import type { Language } from '../../../../domain/language.ts';
import type { Audience } from '../../../../domain/nurture/audience/audience-rules.ts';
import { listed } from '../../../language.ts';
import { audienceTexts } from '../../newsletter/audience-text.ts';
import { newsletterWords } from '../../newsletter/words.ts';
import { calendarWords } from './words.ts';

const LISTS = [
  ...(['subject', 'knows', 'doesNotKnow', 'requested', 'notRequested'] as const),
  ...(['visited', 'notVisited', 'form', 'campaign'] as const),
];

/** Who gets an issue besides its bands, in one line. Conditions that cannot be read say nothing. */
export function conditionsText(conditions: Record<string, unknown>, language: Language): string {
  const words = calendarWords[language];
  const { band, fits, stages } = newsletterWords[language].audience;
  const known = { bands: band, fit: fits, stage: stages };
  const readable = {
    ...pick(['scoreFrom', 'scoreBelow'], (name) => numberIn(conditions[name])),
    ...pick(Object.keys(known) as (keyof typeof known)[], (name) =>
      textsIn(conditions[name]).filter((one) => Object.hasOwn(known[name], one)),
    ),
    ...pick(LISTS, (name) => textsIn(conditions[name])),
  } as Audience;
  const texts = audienceTexts(readable, language, { forms: {}, fields: {}, mailing: { subjects: {} } });
  return texts.length === 0 ? words.noConditions : words.onlyIf(listed(language, texts));
}

function pick<Name extends string, T>(names: readonly Name[], read: (name: Name) => T | undefined) {
  const entries = names.map((name) => [name, read(name)] as const);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
