import type { Localised } from '../../../../domain/language.ts';
import { en, type FollowUpWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What messages say about leads that sales has already, and about several at once, in each language. */
export const followUpWords: Localised<FollowUpWords> = { en, nl };
