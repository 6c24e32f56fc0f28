import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { MAX_BATCH_BYTES } from '../../shared/domain/tracking/beacon.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { signedCall } from '../../shared/gateways/signed-call.ts';
import { lateQueue } from '../../shared/gateways/tracking/late-queue.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import type { ClickSystem } from '../../shared/usecases/tracking/record-click.ts';
import { recordBeacon, recordPixel, type TrackSystem } from '../../shared/usecases/tracking/record-visit.ts';
import { image, problem, script, taken } from './answers.ts';
import { takeClick, takeOpen } from './mail.ts';
import { showPicture } from './picture.ts';

const env = readEnvironment('track', process.env);
const system: TrackSystem & ClickSystem = {
  table: awsTable(env.TABLE_NAME, signedCall('dynamodb')),
  late: lateQueue(signedCall('sqs'), env.LATE_QUEUE_URL),
  now: () => new Date().toISOString(),
  newId: () => crypto.randomUUID(),
  newClickToken: randomId,
  retentionDays: env.RETENTION_DAYS,
  websiteUrl: env.WEBSITE_URL,
};
const tracker = readFileSync(join(__dirname, 't.js'), 'utf8');

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  if (event.routeKey.endsWith(' /pictures/{picture}')) return showPicture(system.table, event);
  switch (event.routeKey) {
    case 'GET /t.js':
      return script(tracker);
    case 'GET /p.gif':
      await recordPixel(system, event.queryStringParameters ?? {}, event.headers).catch(complain);
      return image();
    case 'POST /e':
      return takeBeacon(event);
    default:
      return event.routeKey.endsWith(' /c/{mail}/{n}') ? takeClick(system, event) : takeOpen(system, event);
  }
}

async function takeBeacon(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > MAX_BATCH_BYTES) return problem(413, 'A batch has at most 500 KB', []);
  try {
    const { mistakes, leftOut, kept } = await recordBeacon(system, bytes.toString(), event.headers);
    if (mistakes.length === 0) return taken(leftOut);
    const status = mistakes.some((mistake) => mistake.tooLarge) ? 413 : 400;
    const title = kept > 0 ? 'Some of this could not be taken; the rest is kept' : 'This could not be taken';
    return problem(status, title, [...mistakes, ...leftOut]);
  } catch (error) {
    complain(error);
    return problem(503, 'This could not be kept now; send it again with the same ids', []);
  }
}

function complain(error: unknown): void {
  console.error(JSON.stringify({ level: 'ERROR', message: 'visit-not-kept', reason: (error as Error).name }));
}
