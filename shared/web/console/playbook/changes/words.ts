import type { Localised } from '../../../../domain/language.ts';
import { type ChangeWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What is told of the changes of a playbook, in each language. */
export const changeWords: Localised<ChangeWords> = { en, nl };
