import type { Localised } from '../../../../domain/language.ts';
import { en, type MailEditorWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const mailEditorWords: Localised<MailEditorWords> = { en, nl };
