import type { Localised } from '../../../domain/language.ts';
import { type DossierWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the dossier and its messages say, in each language. */
export const dossierWords: Localised<DossierWords> = { en, nl };
