import type { Localised } from '../../../../domain/language.ts';
import { en, type FormEditorWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const formEditorWords: Localised<FormEditorWords> = { en, nl };
