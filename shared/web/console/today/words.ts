import type { Localised } from '../../../domain/language.ts';
import { en, type TodayWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the page Today says, in each language. */
export const todayWords: Localised<TodayWords> = { en, nl };
