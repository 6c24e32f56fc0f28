import type { Language } from '../../domain/language.ts';
import { pageHeaders, unlisted } from '../layout/page-headers.ts';

/** Who reads a page, and on whose website. */
export interface Reader {
  language: Language;
  websiteUrl: string;
  timeZone: string;
  /** The language that the address asks for, whatever the person's own is. */
  asked?: Language;
}

/** A path in the language that was asked for. */
export function pathFor({ asked }: Reader, path: string): string {
  return asked === undefined ? path : `${path}?lang=${asked}`;
}

/** The address of such a page shows personal data. */
export const privateHeaders = { ...pageHeaders, ...unlisted };
