import type { Localised } from '../../../domain/language.ts';
import { en, type PeopleWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const peopleWords: Localised<PeopleWords> = { en, nl };
