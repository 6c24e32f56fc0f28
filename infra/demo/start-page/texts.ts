import { en } from './texts-en.ts';
import { nl } from './texts-nl.ts';

/** The words of the start page in one language. */
export type Texts = typeof en;

/** The words in the language that is asked for, else in the one the browser likes best. */
export function textsFor(asked: string | undefined, acceptLanguage: string | undefined): Texts {
  if (asked === 'nl') return nl;
  if (asked === 'en') return en;
  const first = (acceptLanguage ?? '').split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('nl') ? nl : en;
}
