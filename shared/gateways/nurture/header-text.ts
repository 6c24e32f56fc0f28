// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that change the direction of text: one in a name would reverse the rest of a subject. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** In characters. Phones show some 40 of a subject; a header line may have 998 (RFC 5322). */
const MAX_LENGTH = 200;

/** Untrusted text as one header line that servers accept and inboxes show correctly. */
export function headerText(text: string): string {
  const line = text
    .slice(0, 20 * MAX_LENGTH)
    .toWellFormed()
    .replace(DIRECTION, '')
    .replace(BREAKS, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= MAX_LENGTH
    ? line
    : `${characters
        .slice(0, MAX_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}
