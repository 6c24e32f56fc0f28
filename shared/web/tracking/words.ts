import type { Localised } from '../../domain/language.ts';
import { en, type LinkWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the pages for a mail link that leads nowhere say, in each language. */
export const linkWords: Localised<LinkWords> = { en, nl };
