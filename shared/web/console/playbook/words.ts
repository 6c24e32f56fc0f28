import type { Localised } from '../../../domain/language.ts';
import { en, type PlaybookWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the pages of the playbook have in common, in each language. */
export const playbookWords: Localised<PlaybookWords> = { en, nl };
