import type { Localised } from '../../../domain/language.ts';
import { type DeskWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the pages of the sales desk say, in each language. */
export const deskWords: Localised<DeskWords> = { en, nl };
