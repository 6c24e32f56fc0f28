import type { Localised } from '../../../../domain/language.ts';
import { type AbTestWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

export const abTestWords: Localised<AbTestWords> = { en, nl };
