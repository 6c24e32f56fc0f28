import type { Localised } from '../../../../domain/language.ts';
import { en, type NewWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the pages say that make something new, in each language. */
export const newWords: Localised<NewWords> = { en, nl };
