import type { Localised } from '../../../domain/language.ts';
import { en, type SignInWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const signInWords: Localised<SignInWords> = { en, nl };
