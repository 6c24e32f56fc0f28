import type { Language } from '../../../shared/domain/language.ts';
import type { WebsiteContent } from './content/en/en.ts';

/** Where a page is: its path, its language and the URLs around it. */
export interface Place {
  language: Language;
  words: WebsiteContent;
  /** The path without the language, such as `/pricing`. */
  path: string;
  /** The website's own origin. */
  origin: string;
  apiUrl: string;
  /** When the page was rendered (ISO): a form that comes back within a second or two was not filled in by a person. */
  renderedAt: string;
}

/** The path of a page in a language: English has no prefix. */
export function pathIn(language: Language, path: string): string {
  return language === 'en' ? path : `/${language}${path}`;
}

/** The path of another page in the language of this one. */
export const to = (place: Place, path: string) => pathIn(place.language, path);
