import { valuesWords } from './words.ts';

/** What a page says was done, by the word in its address. */
export type Saved = keyof (typeof valuesWords)['en']['done'];

export function isSaved(word: string | undefined): word is Saved {
  return word !== undefined && Object.hasOwn(valuesWords.en.done, word);
}
