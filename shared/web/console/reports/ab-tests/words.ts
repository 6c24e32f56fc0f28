import type { Localised } from '../../../../domain/language.ts';
import { type AbTestReportWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the report of A/B tests says, in each language. */
export const abTestReportWords: Localised<AbTestReportWords> = { en, nl };
