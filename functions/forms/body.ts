import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { FormInput } from '../../shared/domain/forms/answers.ts';

/** The status with which a body is refused. */
export type Refused = 400 | 413 | 415;

const LARGEST = 100 * 1024;

/** Reads a form as urlencoded, multipart or JSON. If a name occurs twice, the last one counts. */
export async function readBody(event: APIGatewayProxyEventV2): Promise<FormInput | Refused> {
  const { body = '', isBase64Encoded, headers } = event;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > LARGEST) return 413;
  const contentType = headers['content-type'] ?? '';
  try {
    switch (contentType.split(';')[0]?.trim().toLowerCase()) {
      case 'application/x-www-form-urlencoded':
        return Object.fromEntries(new URLSearchParams(bytes.toString()));
      case 'application/json': {
        const value = JSON.parse(bytes.toString());
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : 400;
      }
      case 'multipart/form-data': {
        const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
        return Object.fromEntries(form.entries());
      }
      default:
        return bytes.byteLength === 0 ? {} : 415;
    }
  } catch {
    return 400;
  }
}
