import type { Localised } from '../../../../domain/language.ts';
import { en, type SequencesWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const sequencesWords: Localised<SequencesWords> = { en, nl };
