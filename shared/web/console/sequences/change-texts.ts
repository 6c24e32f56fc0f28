import type { Language } from '../../../domain/language.ts';
import {
  CHANGES,
  type ChangeForOne,
  type SequenceChange,
} from '../../../domain/nurture/enrolment/sequence-change.ts';
import { counted, wholeNumber } from '../../language.ts';
import { sequenceWords } from './words.ts';

/**
 * What a changed sequence means for those who are in it, in sentences; none when nobody is.
 * @param nameOf the mail of a step, as people call it; `lost`: the mail that it was until now
 */
export function changeTexts(
  { people, isAtLeast, sampled, steps }: SequenceChange,
  language: Language,
  nameOf: (step: string, change: keyof ChangeForOne) => string,
): string[] {
  if (people === 0) return [];
  const words = sequenceWords[language].change;
  const peopleOf = (count: number) => peopleText({ people: count, isAtLeast: false }, language);
  const isAbout = sampled < people;
  const about = (count: number) => (isAbout ? words.about(peopleOf(count)) : peopleOf(count));
  return [
    words.inIt(peopleText({ people, isAtLeast }, language)),
    ...steps.flatMap((step) =>
      CHANGES.flatMap((change) =>
        step[change] === 0 ? [] : [words[change](about(step[change]), nameOf(step.step, change))],
      ),
    ),
  ];
}

/** How many people are in a sequence. */
export function peopleText(
  { people, isAtLeast }: Pick<SequenceChange, 'people' | 'isAtLeast'>,
  language: Language,
): string {
  const words = sequenceWords[language].change;
  const text = counted(language, wholeNumber(language, people), words.people);
  return isAtLeast ? words.about(text) : text;
}
