import type { Localised } from '../../../../domain/language.ts';
import { type CourseWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

/** What the page of a lead says of its sequences, in each language. */
export const courseWords: Localised<CourseWords> = { en, nl };
