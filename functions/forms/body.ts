import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { FormInput } from '../../shared/domain/forms/answers.ts';
import { readJson } from '../../shared/domain/read-json.ts';
import { type Entry, readEntries } from './entries.ts';

/** Why a body is refused. */
export type Refused = 'unreadable' | 'too-large' | 'wrong-type' | 'wrong-encoding';

const LARGEST = 100 * 1024;
const UTF_8_MARK = '\u00ef\u00bb\u00bf';

/** Reads a form as urlencoded, multipart or JSON, in any encoding that it names. */
export async function readBody(event: APIGatewayProxyEventV2): Promise<FormInput | Refused> {
  const { body = '', isBase64Encoded, headers } = event;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > LARGEST) return 'too-large';
  const contentType = headers['content-type'] ?? '';
  const charset = /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1];
  switch (contentType.split(';')[0]?.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return readEntries(urlencodedEntries(bytes), charset);
    case 'multipart/form-data':
      return readMultipart(bytes, contentType, charset);
    case 'application/json':
      return readJsonForm(bytes.toString(), charset);
    default:
      return bytes.byteLength === 0 ? {} : 'wrong-type';
  }
}

/** The entries with a character for each byte. */
function urlencodedEntries(bytes: Buffer): Entry[] {
  const text = withoutMark(bytes).replace(/%([89a-f][\da-f])/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
}

async function readMultipart(
  bytes: Buffer,
  contentType: string,
  charset: string | undefined,
): Promise<FormInput | Refused> {
  const text = withoutMark(bytes);
  try {
    const headers = { 'content-type': contentType };
    const form = await new Response(Buffer.from(text), { headers }).formData();
    const charsets = charsetsOfParts(text);
    const entries = [...form].map(([name, value]) => ({ name, value, charset: charsets.get(name) }));
    return readEntries(entries, charset);
  } catch {
    return 'unreadable';
  }
}

/** The charset in the headers of each part, by name; `formData()` does not tell. */
function charsetsOfParts(text: string): Map<string, string> {
  const blocks = text.match(/^--.*\r\n(?:[\w-]+:.*\r\n)+/gm) ?? [];
  return new Map(
    blocks.flatMap((block) => {
      const name = /^content-disposition:.*;\s*name="([^"]*)"/im.exec(block)?.[1];
      const charset = /^content-type:.*;\s*charset\s*=\s*"?([^\s;"]+)/im.exec(block)?.[1];
      return name === undefined || charset === undefined ? [] : [[name, charset] as const];
    }),
  );
}

/** JSON is UTF-8 (RFC 8259). API Gateway passes it as text, in which other bytes became replacement characters. */
function readJsonForm(text: string, charset: string | undefined): FormInput | Refused {
  const isOther = charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset);
  if (text.includes('\ufffd') || (isOther && /[^\p{ASCII}]/u.test(text))) return 'wrong-encoding';
  const json = readJson(text);
  const value = json.ok ? json.value : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as FormInput)
    : 'unreadable';
}

/** A character for each byte, without a byte order mark. */
function withoutMark(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.startsWith(UTF_8_MARK) ? text.slice(UTF_8_MARK.length) : text;
}
