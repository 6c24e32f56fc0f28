import type { Localised } from '../../../domain/language.ts';
import { en, type MailWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the pages about mails say, in each language. */
export const mailWords: Localised<MailWords> = { en, nl };
