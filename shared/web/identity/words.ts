import type { Localised } from '../../domain/language.ts';
import { en, type IdentityWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the pages about permission and personal data say, in each language. */
export const identityWords: Localised<IdentityWords> = { en, nl };
