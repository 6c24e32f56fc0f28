import type { Localised } from '../../../shared/domain/language.ts';
import { en, type InboxWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const inboxWords: Localised<InboxWords> = { en, nl };
