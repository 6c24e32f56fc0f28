import type { Language } from '../../../../domain/language.ts';
import type { AudienceCount } from '../../../../domain/nurture/audience/issue-line.ts';
import { counted, wholeNumber } from '../../../language.ts';
import { calendarWords } from './words.ts';

/** How many an issue reaches: looked at one by one, or as far as lists of leads know. */
export type Reach = AudienceCount | Pick<AudienceCount, 'listed'>;

/** As many as an issue may reach; undefined when it is not known. */
export function mostIn(reach: Reach | undefined): number | undefined {
  return reach && ('reached' in reach ? reach.reached : reach.listed);
}

/** How many an issue reaches if it were sent now, in words; why it is not known, when it is not. */
export function reachText(reach: Reach | undefined, language: Language): string {
  const words = calendarWords[language];
  const people = (count: number) => counted(language, count, words.people);
  if (reach === undefined) return words.notCounted;
  if (!('reached' in reach)) return words.reachesAtMost(people(reach.listed));
  const { reached, low, high } = reach;
  if (low === high) return words.reaches(people(reached));
  return words.reachesAbout(people(reached), wholeNumber(language, low), wholeNumber(language, high));
}
