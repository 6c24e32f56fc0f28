import type { Localised } from '../../../domain/language.ts';
import { en, type SequenceWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** The words about sequences and newsletters, in each language. */
export const sequenceWords: Localised<SequenceWords> = { en, nl };
