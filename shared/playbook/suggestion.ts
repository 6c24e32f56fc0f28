import { closest, distance } from 'fastest-levenshtein';

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
export function suggestion(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return words.length === 0 ? 'leave it out' : `it can be ${listOf(words)}`;
}

/** `a, b or c` */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
