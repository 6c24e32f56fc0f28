import type { Localised } from '../../../../domain/language.ts';
import { en, type TryOutWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** The words of the page that says what a draft would do, in each language. */
export const tryOutWords: Localised<TryOutWords> = { en, nl };
