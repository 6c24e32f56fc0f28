import type { Localised } from '../../../../domain/language.ts';
import { en, type PictureWords } from './words/en.ts';
import { nl } from './words/nl.ts';

/** The words of the page of pictures, in each language. */
export const pictureWords: Localised<PictureWords> = { en, nl };
