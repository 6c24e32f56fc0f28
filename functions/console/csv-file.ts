import type { Context } from 'hono';

/** Answers with a CSV file that a browser saves under a name. */
export function csvFile(c: Context, name: string, csv: string): Response {
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
}
