import type { Localised } from '../../../../domain/language.ts';
import { en, type FitWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const fitWords: Localised<FitWords> = { en, nl };
