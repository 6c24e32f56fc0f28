import type { Context } from 'hono';
import { Problem } from './problem.ts';

const MAX_BYTES = 100_000;

/** The JSON body of a request. */
export async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (Buffer.byteLength(text) > MAX_BYTES) throw new Problem(413, 'Send at most 100 KB');
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'Send JSON: the body could not be parsed');
  }
}
