import type { Localised } from '../../domain/language.ts';
import { en, type FormWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What every form says by itself, in each language. */
export const formWords: Localised<FormWords> = { en, nl };
