/** Longer words are found by their first letters. */
const LONGEST = 20;

/** Letters that have no accent to take off, as most people type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' },
};
const SPELLED_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** The words of a text as somebody types them who searches: without capitals, accents and signs. */
export function wordsOf(text: string): string[] {
  return split(withoutSigns(lowerCase(text)));
}

/** The words by which a text is found: also with letters spelled out (`mueller`) and without an article (`d'Arc`). */
export function findableWords(text: string): string[] {
  const lower = lowerCase(text);
  const spelled = lower.replace(/[äöüøå]/g, (letter) => SPELLED_OUT[letter] ?? letter);
  const apart = lower.replace(APOSTROPHES, ' ');
  return [...new Set([lower, spelled, apart].flatMap(wordsOf))];
}

const APOSTROPHES = /['’‘`´]/g;
/** Signs inside a word: `B.V.`, `O'Brien`. */
const INSIDE = /['’‘`´.\u00ad]/g;

function lowerCase(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function withoutSigns(text: string): string {
  return text
    .replace(INSIDE, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? letter);
}

function split(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, LONGEST).join(''));
}
