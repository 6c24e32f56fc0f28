import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { signedCall } from '../../shared/gateways/signed-call.ts';
import { type Measurement, median, rounded } from './measurement.ts';

const CALLS = 400;
const ROUNDS = 15;

/** A table that takes everything, in a thread of its own so that its work does not count. */
const TABLE = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
createServer((request, response) => { request.resume(); request.on('end', () => response.end('{}')); })
  .listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });`;

/** The processor time of a page view in a warm \`track\`, against that of the write it has to make and nothing else. */
export async function measureWarmTrack(buildFolder: string): Promise<Measurement> {
  const table = new Worker(TABLE, { eval: true });
  const [port] = await once(table, 'message');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    TABLE_NAME: 'bench',
    LATE_QUEUE_URL: 'bench',
    WEBSITE_URL: 'https://website.nl',
    RETENTION_DAYS: '400',
  });
  const require = createRequire(import.meta.url);
  const { handler } = require(join(buildFolder, 'track/index.js'));
  const call = signedCall('dynamodb');

  const bare: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await processorTime(() => call('PutItem', write)));
    whole.push(await processorTime(() => handler(pageView)));
  }
  await table.terminate();
  const ratio = median(whole.slice(3).map((time, index) => time / (bare[index + 3] as number)));
  return {
    what: 'warm track',
    value: rounded(ratio),
    unit: '× the processor time of its bare write',
    reach: 1.5,
    detail: `${rounded(median(whole) / CALLS)} µs against ${rounded(median(bare) / CALLS)} µs a call`,
  };
}

/** Microseconds of processor time of this many calls, one after the other. */
async function processorTime(call: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  for (let n = 0; n < CALLS; n++) await call();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

const body = {
  visitorId: '0b7d7c0e-7d0c-4d6a-9a39-0d4a41f1d3cf',
  events: [
    {
      id: '4bfcb2a6-62d5-4f8e-9a10-1f5f6d7b8c9d',
      // As the tracker does.
      at: new Date().toISOString(),
      type: 'page',
      url: 'https://website.nl/guides/lead-scoring?utm_source=newsletter',
      title: 'Lead scoring that sales believes in',
      referrer: 'https://www.search.example/',
    },
  ],
};

const pageView = {
  routeKey: 'POST /e',
  headers: {
    'user-agent':
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140 Safari/537.36',
  },
  body: JSON.stringify(body),
  isBase64Encoded: false,
};

const write = {
  TableName: 'bench',
  Item: {
    PK: { S: `V#${body.visitorId}` },
    SK: { S: 'E#2026-11-22T12:00:00.000Z#4bfcb2a6-62d5-4f8e-9a10-1f5f6d7b8c9d' },
    type: { S: 'page' },
    id: { S: '4bfcb2a6-62d5-4f8e-9a10-1f5f6d7b8c9d' },
    at: { S: '2026-11-22T12:00:00.000Z' },
    receivedAt: { S: '2026-11-22T12:00:00.000Z' },
    visitor: { S: body.visitorId },
    url: { S: 'https://website.nl/guides/lead-scoring' },
    campaign: { M: { source: { S: 'newsletter' } } },
    title: { S: 'Lead scoring that sales believes in' },
    referrer: { S: 'https://www.search.example/' },
    expiresAt: { N: '1800000000' },
  },
  ConditionExpression: 'attribute_not_exists(PK)',
};
