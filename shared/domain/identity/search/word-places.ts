import { haveWords } from './search-text.ts';

/** Where a word of a person stands among those of all: alone, or after a word that comes before it in the alphabet. */
export interface WordPlace {
  /** The first letters that a partition has in common: two of one word, or one of each of two. */
  letters: string;
  /** The word by which the partition is ordered. */
  word: string;
}

/** Every place of a person with these words, which are in alphabetical order. */
export function placesOf(words: readonly string[]): WordPlace[] {
  const alone = words.map((word) => ({ letters: first(word, 2), word }));
  const pairs = words.flatMap((word, n) =>
    [...new Set(words.slice(0, n).map((before) => first(before, 1)))].map((letter) => ({
      ...{ letters: pairOf(letter, word), word },
    })),
  );
  return [...alone, ...pairs];
}

/**
 * Where to look for people with these words: where the fewest others are. A beginning of so many letters leaves a tenth
 * of all people, and each further letter a third of those.
 */
export function placeToLook(typed: readonly string[]): WordPlace {
  const places = typed.flatMap((word, n) => [
    ...([...word].length > 1 ? [{ letters: first(word, 2), word, share: share(word) }] : []),
    ...typed.slice(0, n).map((before) => ({
      ...{ letters: pairOf(before, word), word, share: share(first(before, 1)) * share(word) },
    })),
  ]);
  const [{ letters, word } = { letters: '', word: '' }] = places.sort((a, b) => a.share - b.share);
  return { letters, word };
}

/** Whether a place is the first at which somebody who looks there meets this person: others are the same person again. */
export function isFirstMeeting(
  looked: WordPlace,
  met: string,
  words: readonly string[],
  typed: readonly string[],
): boolean {
  if (!haveWords(words, typed)) return false;
  const meetings = placesOf(words).filter(
    ({ letters, word }) => letters === looked.letters && word.startsWith(looked.word),
  );
  return meetings.every(({ word }) => word >= met);
}

const share = (word: string) => 0.1 * 0.35 ** ([...word].length - 1);

/** A sign between them keeps pairs apart from words. */
const pairOf = (before: string, word: string) => `${first(before, 1)}+${first(word, 1)}`;

const first = (word: string, letters: number) => [...word].slice(0, letters).join('');
