import type { Language, Localised } from '../../../domain/language.ts';
import type { Audience } from '../../../domain/nurture/audience/audience-rules.ts';
import { either, listed } from '../../language.ts';
import { newsletterWords } from './words.ts';

/** What the names in an audience stand for. */
export interface Named {
  forms: Readonly<Record<string, { title: Localised }>>;
  fields: Readonly<Record<string, { label: Localised }>>;
  mailing: { subjects: Readonly<Record<string, Localised>> };
}

/** The conditions of an audience, each in words; none when it is everybody with permission. */
export function audienceTexts(audience: Audience, language: Language, named: Named): string[] {
  const words = newsletterWords[language].audience;
  const any = (names: readonly string[]) => either(language, names);
  const formsOf = (names: readonly string[]) =>
    names.map((name) => named.forms[name]?.title[language] ?? name);
  const fields = (names: readonly string[]) =>
    listed(
      language,
      names.map((name) => named.fields[name]?.label[language] ?? name),
    );
  const subjects = (names: readonly string[]) =>
    any(names.map((name) => named.mailing.subjects[name]?.[language] ?? name));
  const say = <T>(value: T | undefined, text: (value: T) => string) =>
    value === undefined ? [] : [text(value)];
  return [
    ...say(audience.stage, (all) => words.stage(any(all.map((one) => words.stages[one])))),
    ...say(audience.bands, (all) => words.bands(any(all.map((one) => words.band[one])))),
    ...say(audience.fit, (all) => words.fit(any(all.map((one) => words.fits[one])))),
    ...say(audience.scoreFrom, words.scoreFrom),
    ...say(audience.scoreBelow, words.scoreBelow),
    ...say(audience.subject, (all) => words.subject(subjects(all))),
    ...say(audience.knows, (all) => words.knows(fields(all))),
    ...say(audience.doesNotKnow, (all) => words.doesNotKnow(any(all.map((one) => fields([one]))))),
    ...say(audience.requested, (all) => words.requested(any(formsOf(all)))),
    ...say(audience.notRequested, (all) => words.notRequested(any(formsOf(all)))),
    ...say(audience.visited, (all) => words.visited(any(all))),
    ...say(audience.notVisited, (all) => words.notVisited(any(all))),
    ...say(audience.form, (all) => words.form(any(formsOf(all)))),
    ...say(audience.campaign, (all) => words.campaign(any(all))),
  ];
}

/** An audience in one line. */
export function audienceText(audience: Audience, language: Language, named: Named): string {
  const texts = audienceTexts(audience, language, named);
  return texts.length === 0 ? newsletterWords[language].audience.everybody : listed(language, texts);
}
