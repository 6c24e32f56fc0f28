import type { Context } from 'hono';
import { readJson } from '../../shared/domain/read-json.ts';
import { LARGEST_FILE_BYTES } from '../../shared/playbook/files/playbook-files.ts';
import { Problem } from './problem.ts';

const MAX_BYTES = 100_000;

/** The text of a file as the body of a request, whatever type it was sent as. */
export async function readText(c: Context): Promise<string> {
  const text = await c.req.text();
  if (Buffer.byteLength(text) > LARGEST_FILE_BYTES)
    throw new Problem(413, `Send at most ${LARGEST_FILE_BYTES} bytes`);
  return text;
}

/** The bytes of a file as the body of a request, whatever type it was sent as. */
export async function readBytes(c: Context): Promise<Uint8Array> {
  return new Uint8Array(await c.req.arrayBuffer());
}

/** The JSON body of a request, whatever type it was sent as, of at most so many bytes. */
export async function readBody(c: Context, mostBytes = MAX_BYTES): Promise<unknown> {
  const text = await c.req.text();
  if (Buffer.byteLength(text) > mostBytes) throw new Problem(413, `Send at most ${mostBytes / 1_000} KB`);
  const json = readJson(text);
  if (json.ok) return json.value;
  const type = c.req.header('content-type') ?? '';
  if (type !== '' && !/json|^text\/plain/i.test(type))
    throw new Problem(415, 'Send JSON: `Content-Type: application/json`');
  throw new Problem(400, `Send JSON: ${json.reason}`);
}
