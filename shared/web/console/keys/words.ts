import type { Localised } from '../../../domain/language.ts';
import { en, type KeyWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the page with API keys says, in each language. */
export const keyWords: Localised<KeyWords> = { en, nl };
