import type { Localised } from '../../../../domain/language.ts';
import { en, type ScoringWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const scoringWords: Localised<ScoringWords> = { en, nl };
