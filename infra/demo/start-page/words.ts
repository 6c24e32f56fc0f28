import type { Localised } from '../../../shared/domain/language.ts';
import { en, type StartPageWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const startPageWords: Localised<StartPageWords> = { en, nl };
