import { Problem } from './problem.ts';

/** A place in a list, as a text that clients hand back and need not understand. */
export function cursorOf(place: string | undefined): string | null {
  return place === undefined ? null : Buffer.from(place).toString('base64url');
}

/** The place that a cursor stands for. */
export function placeIn(cursor: string | undefined, form: RegExp): { after?: string } {
  if (cursor === undefined) return {};
  const after = Buffer.from(cursor, 'base64url').toString();
  if (form.test(after)) return { after };
  throw new Problem(400, 'Send the cursor of the page before, or none', { cursor: 'This is no cursor' });
}
