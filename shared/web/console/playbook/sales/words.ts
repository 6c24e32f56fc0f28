import type { Localised } from '../../../../domain/language.ts';
import { en, type SalesWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const salesWords: Localised<SalesWords> = { en, nl };
