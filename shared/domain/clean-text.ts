// biome-ignore lint/suspicious/noControlCharactersInRegex: this finds them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;
const LINE_BREAKS = /\s*[\t\r\n]+\s*/g;

/**
 * Zero-width characters, soft hyphens, marks of direction and byte order marks: they come along when text is copied, and
 * nobody sees them.
 */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A text without invisible characters, for addresses and numbers. In names they matter: emoji and some scripts need them. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Text from outside as one line: valid Unicode, no control characters, trimmed, at most `max` characters. */
export function clean(text: string, max: number): string {
  return cleanLines(text, max * 2)
    .replace(LINE_BREAKS, ' ')
    .slice(0, max)
    .toWellFormed()
    .trim();
}

/** As `clean`, for text of several lines: line breaks stay. */
export function cleanLines(text: string, max: number): string {
  return text.slice(0, max).toWellFormed().replace(CONTROL, '').replace(/\r\n?/g, '\n').trim();
}
