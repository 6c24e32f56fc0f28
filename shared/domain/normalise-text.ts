/** A text in lower case, without accents, with single spaces: for comparing. */
export function normaliseText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether two texts are the same but for capitals, accents and spaces. */
export function isSame(one: string, other: string): boolean {
  return normaliseText(one) === normaliseText(other);
}
