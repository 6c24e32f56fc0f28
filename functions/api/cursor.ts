import { Problem } from './problem.ts';

/** An opaque cursor for a place in a list. */
export function cursorOf(place: string | undefined): string | null {
  return place === undefined ? null : Buffer.from(place).toString('base64url');
}

/** The place of a cursor. @throws Problem when it is not a cursor of this list. */
export function placeIn(cursor: string | undefined, form: RegExp): { after?: string } {
  if (cursor === undefined) return {};
  const after = Buffer.from(cursor, 'base64url').toString();
  if (form.test(after)) return { after };
  throw new Problem(400, 'Send the cursor of the previous page, or none', {
    cursor: 'This is not a valid cursor',
  });
}
