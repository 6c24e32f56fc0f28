import type { Localised } from '../../../../domain/language.ts';
import { en, type FieldsWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const fieldsWords: Localised<FieldsWords> = { en, nl };
