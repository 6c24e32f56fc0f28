import { normaliseText } from '../normalise-text.ts';

/**
 * Whether a job title contains these words in a row. A word that ends in `*` matches every word that starts with it,
 * because Dutch writes `marketingmanager` as one word.
 */
export function titleMatches(title: string, pattern: string): boolean {
  const words = wordsIn(title);
  const wanted = wordsIn(pattern);
  return words.some((_, start) => wanted.every((word, place) => isWord(word, words[start + place])));
}

function isWord(wanted: string, word: string | undefined): boolean {
  return wanted.endsWith('*') ? (word?.startsWith(wanted.slice(0, -1)) ?? false) : word === wanted;
}

function wordsIn(text: string): string[] {
  return normaliseText(text).match(/[\p{L}\p{N}]+\*?/gu) ?? [];
}
