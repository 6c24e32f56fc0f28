import { closest, distance } from 'fastest-levenshtein';
import type { Localised } from '../domain/language.ts';
import { LEAVE_OUT } from './remedies.ts';

/** The word that was probably meant: the closest one, if at most one letter in `oneIn` differs. */
export function nearest(word: string, words: readonly string[], oneIn = 3): string | undefined {
  if (words.length === 0) return undefined;
  const best = closest(
    word.toLowerCase(),
    words.map((other) => other.toLowerCase()),
  );
  const meant = words.find((other) => other.toLowerCase() === best);
  if (meant === undefined) return undefined;
  return distance(word.toLowerCase(), best) <= Math.max(1, best.length / oneIn) ? meant : undefined;
}

/** `did you mean "x"?`, or the words to choose from. */
export function suggestion(word: string, words: readonly string[]): Localised {
  const meant = nearest(word, words);
  if (meant !== undefined) return didYouMean(meant);
  if (words.length === 0) return LEAVE_OUT;
  const list = listOf(words);
  return { nl: `het kan ${list.nl} zijn`, en: `it can be ${list.en}` };
}

/** `did you mean "x"?` */
export function didYouMean(meant: string): Localised {
  return { nl: `bedoel je "${meant}"?`, en: `did you mean "${meant}"?` };
}

/** `a, b or c` */
export function listOf(words: readonly string[]): Localised {
  const [last = '', ...before] = words.toReversed();
  if (before.length === 0) return { nl: last, en: last };
  const first = before.toReversed().join(', ');
  return { nl: `${first} of ${last}`, en: `${first} or ${last}` };
}
