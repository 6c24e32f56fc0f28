// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that turn the direction of what follows: with one in a name the rest of a subject reads backwards. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Phones show some 40 characters of a subject; a header line may have 998 (RFC 5322), and names can be anything. */
const LONGEST = 200;

/** Text that may hold what a stranger wrote, as one line that every server passes on and every inbox shows. */
export function headerText(text: string): string {
  const line = text
    .slice(0, 20 * LONGEST)
    .toWellFormed()
    .replace(DIRECTION, '')
    .replace(BREAKS, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= LONGEST
    ? line
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
