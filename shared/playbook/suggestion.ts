/** The word that was probably meant: the nearest one, when it differs in a third of its letters at most. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const scored = words.map((other) => ({
    other,
    distance: distance(word.toLowerCase(), other.toLowerCase()),
  }));
  const [best] = scored.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, best.other.length / 3) ? best.other : undefined;
}

/** `did you mean "x"?`, or the words there are to choose from. */
export function suggestion(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return words.length === 0 ? 'leave it out' : `it can be ${listOf(words)}`;
}

/** `a, b or c` */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** How many letters to add, drop or change to get from one word to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
