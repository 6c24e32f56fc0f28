import type { Localised } from '../../../domain/language.ts';
import { en, type NewsletterWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** The words of the pages about the newsletter and one-time mails, in each language. */
export const newsletterWords: Localised<NewsletterWords> = { en, nl };
