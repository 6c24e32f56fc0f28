import { clean, cleanLines } from '../../../domain/clean-text.ts';

/** Text from outside on one line of at most `max` characters; an ellipsis marks a cut. */
export function outsideLine(text: string, max = 120): string {
  return cut(clean(text, max + 1), max);
}

/** Text from outside that may have several lines. */
export function outsideText(text: string, max = 2_000): string {
  return cut(cleanLines(text, max + 1).replace(/\n{3,}/g, '\n\n'), max);
}

/** At most `max` characters of a text; an ellipsis marks a cut. */
export function cut(text: string, max: number): string {
  const start = text.slice(0, max - 1).toWellFormed();
  return text.length <= max ? text : `${start.trimEnd()}…`;
}
