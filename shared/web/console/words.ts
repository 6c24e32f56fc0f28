import type { Localised } from '../../domain/language.ts';
import { type ConsoleWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What stands around every page of the console, in each language. */
export const consoleWords: Localised<ConsoleWords> = { en, nl };
