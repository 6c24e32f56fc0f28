import type { Localised } from '../../../../domain/language.ts';
import { type AgreementWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

export const agreementWords: Localised<AgreementWords> = { en, nl };
