import type { Localised } from '../../../domain/language.ts';
import { type CompanyWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the pages with companies say, in each language. */
export const companyWords: Localised<CompanyWords> = { en, nl };
