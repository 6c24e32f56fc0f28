// biome-ignore lint/suspicious/noControlCharactersInRegex: this finds them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;
const LINE_BREAKS = /\s*[\t\r\n]+\s*/g;

/**
 * Zero-width characters, soft hyphens, marks of direction and byte order marks: they come along when text is copied, and
 * nobody sees them.
 */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What nobody sees, after what is right where it stands: a selector that chooses the shape of a character, a joiner in
 * emoji and in scripts that join letters (Persian, Hindi), and the tags of a flag. Made when first needed: to read this
 * pattern takes a millisecond of a cold start.
 */
const hiddenPattern = () =>
  /((?<=[^\s\p{Default_Ignorable_Code_Point}])\p{Variation_Selector}|(?<=[[\p{L}\p{M}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{Default_Ignorable_Code_Point}]]|[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)[\u200c\u200d]|(?<=\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007f}])|[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gv;
/** Marks of direction for one place, as people type them among letters that are written from the right. */
const MARK = /[\u061c\u200e\u200f]/;
const fromTheRight = () => /[[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]&&\p{L}]/v;

/** A text without invisible characters, for addresses and numbers. In names some matter: emoji and some scripts need them. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Text from outside as one line: valid Unicode, nothing that is invisible or turns text around, trimmed, at most `max` characters. */
export function clean(text: string, max: number): string {
  return cleanLines(text, max * 2)
    .replace(LINE_BREAKS, ' ')
    .slice(0, max)
    .toWellFormed()
    .trim();
}

/** As `clean`, for text of several lines: line breaks stay. */
export function cleanLines(text: string, max: number): string {
  const shown = withoutHidden(text.slice(0, max).toWellFormed().replace(CONTROL, ''));
  return shown.replace(/\r\n?/g, '\n').trim();
}

/** Overrides and isolates of direction always go: one in a name turns around the sentence that it stands in. */
function withoutHidden(text: string): string {
  const hasMarks = MARK.test(text) && fromTheRight().test(text);
  return text.replace(
    hiddenPattern(),
    (hidden, right?: string) => right ?? (hasMarks && MARK.test(hidden) ? hidden : ''),
  );
}
