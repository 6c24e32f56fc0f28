import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { FormInput } from '../../shared/domain/forms/answers.ts';

/** The fields of a body, or the status with which it is refused. */
export type Body = { ok: true; input: FormInput } | { ok: false; status: 400 | 413 | 415 };

const LARGEST = 100 * 1024;

/** Reads a form as urlencoded, multipart or JSON. If a name occurs twice, the last one counts. */
export async function readBody(event: APIGatewayProxyEventV2): Promise<Body> {
  const { body = '', isBase64Encoded, headers } = event;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > LARGEST) return { ok: false, status: 413 };
  const contentType = headers['content-type'] ?? '';
  switch (contentType.split(';')[0]?.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return { ok: true, input: Object.fromEntries(new URLSearchParams(bytes.toString())) };
    case 'application/json':
      return readJson(bytes.toString());
    case 'multipart/form-data':
      return readMultipart(bytes, contentType);
    default:
      return bytes.byteLength === 0 ? { ok: true, input: {} } : { ok: false, status: 415 };
  }
}

function readJson(text: string): Body {
  try {
    const value = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ok: true, input: value } : { ok: false, status: 400 };
  } catch {
    return { ok: false, status: 400 };
  }
}

async function readMultipart(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<Body> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    return { ok: true, input: Object.fromEntries(form.entries()) };
  } catch {
    return { ok: false, status: 400 };
  }
}
