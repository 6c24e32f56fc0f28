import type { Localised } from '../../../domain/language.ts';
import { en, type ReportWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the reports say, in each language. */
export const reportWords: Localised<ReportWords> = { en, nl };
