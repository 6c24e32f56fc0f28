import type { Language } from '../../domain/language.ts';
import { pageHeaders, unlisted } from '../layout/page-headers.ts';

/** Who reads a page, and on whose website. */
export interface Reader {
  language: Language;
  websiteUrl: string;
  timeZone: string;
}

/** The address of such a page shows personal data. */
export const privateHeaders = { ...pageHeaders, ...unlisted };
