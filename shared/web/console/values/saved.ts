/** What the page of a lead says was done, by the word in its address. */
const SAVED = ['values', 'same', 'added'] as const;
export type Saved = (typeof SAVED)[number];

export function isSaved(word: string | undefined): word is Saved {
  return SAVED.some((one) => one === word);
}
