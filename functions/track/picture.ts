import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { parsePictureName } from '../../shared/playbook/picture-files/picture-address.ts';
import { getPicture } from '../../shared/store/look/pictures.ts';
import type { Table } from '../../shared/store/table.ts';

/** What a process keeps, in bytes: a mail to many is opened by many in the same hour. */
const MOST_KEPT = 10_000_000;
const kept = new Map<string, Answer>();
let keptBytes = 0;

/** `GET /pictures/{picture}`: a picture of the playbook, which never changes under its address. */
export async function showPicture(table: Table, event: APIGatewayProxyEventV2): Promise<Answer> {
  const name = event.pathParameters?.picture ?? '';
  const asked = parsePictureName(name);
  if (asked === undefined) return nothing(404, 'Not Found');
  const known = kept.get(name);
  if (known !== undefined) return known;
  try {
    const picture = await getPicture(table, asked.digest);
    if (picture === undefined || picture.type !== asked.type) return nothing(404, 'Not Found');
    const answer = shown(asked.type, Buffer.from(picture.bytes).toString('base64'));
    keep(name, answer);
    return answer;
  } catch (error) {
    console.error(
      JSON.stringify({ level: 'ERROR', message: 'picture-not-shown', reason: (error as Error).name }),
    );
    return nothing(503, 'Service Unavailable');
  }
}

function keep(name: string, answer: Answer): void {
  const bytes = answer.body?.length ?? 0;
  if (keptBytes + bytes > MOST_KEPT) {
    kept.clear();
    keptBytes = 0;
  }
  kept.set(name, answer);
  keptBytes += bytes;
}

function shown(type: string, body: string): Answer {
  const headers = {
    'content-type': `image/${type}`,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  };
  return { statusCode: 200, headers, body, isBase64Encoded: true };
}

function nothing(statusCode: number, body: string): Answer {
  const headers = {
    'content-type': 'text/plain',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  return { statusCode, headers, body };
}
