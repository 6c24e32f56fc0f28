import type { Language } from '../../domain/language.ts';
import { pageHeaders, unlisted } from '../layout/page-headers.ts';
import type { Look } from '../look/look.ts';

/** Who reads a page, and how the company looks. */
export interface Reader {
  language: Language;
  look: () => Look;
  timeZone: string;
  /** The language that the address asks for, whatever the person's own is. */
  asked?: Language;
}

/** A path in the language that was asked for. */
export function pathFor({ asked }: Reader, path: string): string {
  return asked === undefined ? path : `${path}?lang=${asked}`;
}

/** The address of such a page shows personal data. */
export const privateHeaders = (look: Look) => ({ ...pageHeaders(look), ...unlisted });
