import type { Localised } from '../../../../domain/language.ts';
import { en, type MailingWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const mailingWords: Localised<MailingWords> = { en, nl };
