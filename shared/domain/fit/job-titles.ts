import { normaliseText } from '../normalise-text.ts';

/**
 * Whether a job title contains these words in a row. A word that ends in `*` matches every word that starts with it,
 * because Dutch writes `marketingmanager` as one word.
 */
export function titleMatches(title: string, pattern: string): boolean {
  const words = wordsIn(title);
  return words.some((_, start) => standsAt(start, words, pattern));
}

/**
 * Whether a job title says that somebody is this: `Student Marketing` is a student, and `Director Student Success` is not,
 * as long as `director` or `success` is among the words that show it.
 */
export function titleNames(title: string, pattern: string, unless: readonly string[] = []): boolean {
  const isHead = title.split(BETWEEN).some((part) => {
    const words = wordsIn(part);
    return standsAt(words.length - wordsIn(pattern).length, words, pattern);
  });
  return isHead || (titleMatches(title, pattern) && !unless.some((word) => titleMatches(title, word)));
}

/** Who somebody is stands at the end of what comes before these. */
const BETWEEN = /[,;|/(@]|\s[-–—]\s|\s(?:at|of|in|for|from|bij|aan|van|voor|te)\s/i;

function standsAt(start: number, words: readonly string[], pattern: string): boolean {
  return wordsIn(pattern).every((word, place) => isWord(word, words[start + place]));
}

function isWord(wanted: string, word: string | undefined): boolean {
  return wanted.endsWith('*') ? (word?.startsWith(wanted.slice(0, -1)) ?? false) : word === wanted;
}

function wordsIn(text: string): string[] {
  return normaliseText(text).match(/[\p{L}\p{N}]+\*?/gu) ?? [];
}
