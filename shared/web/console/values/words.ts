import type { Localised } from '../../../domain/language.ts';
import { en, type ValuesWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** The words of what colleagues say about a person: on the pages that change and add one, and where it is shown. */
export const valuesWords: Localised<ValuesWords> = { en, nl };
