import type { Localised } from '../../../../domain/language.ts';
import { type CompanyEditorWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

export const companyEditorWords: Localised<CompanyEditorWords> = { en, nl };
