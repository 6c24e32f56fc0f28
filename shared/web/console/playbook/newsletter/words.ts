import type { Localised } from '../../../../domain/language.ts';
import { en, type NewsletterWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const calendarWords: Localised<NewsletterWords> = { en, nl };
