import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { showPicture } from '../../../functions/track/picture.ts';
import { pictureAddress } from '../../../shared/playbook/picture-files/picture-address.ts';
import { readPicture } from '../../../shared/playbook/picture-files/read-picture.ts';
import { putPicture } from '../../../shared/store/look/pictures.ts';
import type { Table } from '../../../shared/store/table.ts';
import { clean, png } from '../../playbook/pictures/example-pictures.ts';
import { newSignedTable } from '../../store/new-table.ts';

let calls = 0;
let table: Table;
beforeEach(async () => {
  const real = await newSignedTable();
  calls = 0;
  table = {
    name: real.name,
    call(operation, input) {
      calls++;
      return real.call(operation, input);
    },
  };
});

const show = (address: string, over = table) =>
  showPicture(over, {
    routeKey: 'GET /pictures/{picture}',
    pathParameters: { picture: address.replace('/pictures/', '') },
  } as unknown as APIGatewayProxyEventV2);

async function stored(bytes: Uint8Array): Promise<string> {
  const read = readPicture(bytes);
  if (!read.ok) throw new Error(read.why);
  await putPicture(table, read.picture, read.bytes);
  await putPicture(table, read.picture, read.bytes);
  calls = 0;
  return pictureAddress(read.picture);
}

describe('a picture of the playbook', () => {
  it('is shown to everybody for good, as nothing but a picture', async () => {
    const answer = await show(await stored(clean.gif));
    expect(answer).toMatchObject({
      statusCode: 200,
      isBase64Encoded: true,
      body: clean.gif.toString('base64'),
      headers: {
        'content-type': 'image/gif',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    });
  });

  it('of nearly 300 KB is stored and shown', async () => {
    const bytes = png(540, 540, 540 * 540);
    expect(bytes.length).toBeGreaterThan(280_000);
    expect((await show(await stored(bytes))).body).toBe(bytes.toString('base64'));
  });

  it('is read from the table once by a process', async () => {
    const address = await stored(clean.webp);
    await show(address);
    await show(address);
    expect(calls).toBe(1);
  });

  it.each([
    ['of nobody', `/pictures/${'a'.repeat(24)}.png`],
    ['of another kind', undefined],
    ['by another name', '/pictures/logo.png'],
    ['outside', '/pictures/..%2Fx.png'],
  ])('%s is not found', async (_, address) => {
    const other = (await stored(clean.jpeg)).replace('.jpg', '.png');
    const answer = await show(address ?? other);
    expect(answer).toMatchObject({ statusCode: 404, headers: { 'cache-control': 'no-store' } });
  });

  it('is asked for again when the table does not answer', async () => {
    const broken = { name: 'x', call: () => Promise.reject(new Error('down')) } as unknown as Table;
    const answer = await show(`/pictures/${'b'.repeat(24)}.png`, broken);
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'cache-control': 'no-store' } });
  });
});
