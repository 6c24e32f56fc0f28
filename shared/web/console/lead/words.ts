import type { Localised } from '../../../domain/language.ts';
import { en, type LeadWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** The words of the page of one lead, in each language. */
export const leadWords: Localised<LeadWords> = { en, nl };
