import type { Localised } from '../../../shared/domain/language.ts';
import { en, type PreviewWords } from './words/en.ts';
import { nl } from './words/nl.ts';

export const previewWords: Localised<PreviewWords> = { en, nl };
