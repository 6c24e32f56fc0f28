import type { Localised } from '../../../domain/language.ts';
import { en, type LeadsWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the list of leads says, in each language. */
export const leadsWords: Localised<LeadsWords> = { en, nl };
