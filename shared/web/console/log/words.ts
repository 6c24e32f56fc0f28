import type { Localised } from '../../../domain/language.ts';
import { en, type LogWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the page with the log says, in each language. */
export const logWords: Localised<LogWords> = { en, nl };
