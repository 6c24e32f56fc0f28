import type { Localised } from '../../domain/language.ts';
import { en, type HandoverWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the page of a hand-over says besides the dossier, in each language. */
export const handoverWords: Localised<HandoverWords> = { en, nl };
