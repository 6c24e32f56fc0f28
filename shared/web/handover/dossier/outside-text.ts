import { clean, cleanLines } from '../../../domain/clean-text.ts';

/** Marks that turn the direction of text around or hide in it: a name with them can make a sentence lie. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text that a stranger wrote, on one line, not longer than `max`; what was cut off shows as an ellipsis. */
export function outsideLine(text: string, max = 120): string {
  return cut(clean(text.replace(INVISIBLE, ''), max + 1), max);
}

/** Text of several lines that a stranger wrote. */
export function outsideText(text: string, max = 2_000): string {
  return cut(cleanLines(text.replace(INVISIBLE, ''), max + 1).replace(/\n{3,}/g, '\n\n'), max);
}

/** A text that is not longer than `max`; what was cut off shows as an ellipsis. */
export function cut(text: string, max: number): string {
  return text.length <= max
    ? text
    : `${text
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
