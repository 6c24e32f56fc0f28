import type { Context } from 'hono';
import type { Part } from '../../shared/domain/identity/directory/part.ts';
import type { Day } from '../../shared/domain/time.ts';

/** Answers with a CSV file that a browser saves under a name that ends in the day. */
export function csvFile(c: Context, { name, day }: { name: string; day: Day }, csv: string): Response {
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}-${day}.csv"`,
  });
}

/** Which part of a file an address asks for, by `part` and `of`, and what the file is called: all of it by default. */
export function partIn(c: Context, of: string): { part: Part; name: string } {
  const parts = wholeNumber(c.req.query('of'), 1_000);
  const part = wholeNumber(c.req.query('part'), parts);
  return { part: { part, of: parts }, name: parts === 1 ? of : `${of}-${part}-of-${parts}` };
}

/** A number from 1 to the most; 1 for what is none. */
function wholeNumber(text: string | undefined, most: number): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : 1;
}
