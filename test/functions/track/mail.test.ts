import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeClick, takeOpen } from '../../../functions/track/mail.ts';
import type { Mail } from '../../../shared/domain/nurture/mailing.ts';
import { getMail, putMail } from '../../../shared/store/mails.ts';
import { watchedMail } from '../../../shared/store/reactions.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { testTable } from '../../store/endpoint.ts';
import { sdkTable } from '../../store/sdk-table.ts';
import { refusingTable } from '../../usecases/forms-system.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36';

let table: Table;
let calls: string[] = [];
beforeAll(async () => {
  const { tableName, client } = await testTable();
  const real = sdkTable(tableName, client);
  table = {
    name: tableName,
    call(operation, input) {
      calls.push(operation);
      return real.call(operation, input);
    },
  };
});

const systemOver = (over: Table) => ({ table: over, now: () => NOW, websiteUrl: 'https://www.example.com' });
const request = (routeKey: string, pathParameters: Record<string, string>, headers: Record<string, string>) =>
  ({
    routeKey,
    pathParameters,
    headers: { 'user-agent': BROWSER, ...headers },
  }) as unknown as APIGatewayProxyEventV2;
const click = (id: string, n: string, headers = {}, method = 'GET', over = table) =>
  takeClick(systemOver(over), request(`${method} /c/{mail}/{n}`, { mail: id, n }, headers));
const open = (image: string, headers = {}, method = 'GET', over = table) =>
  takeOpen(systemOver(over), request(`${method} /o/{image}`, { image }, headers));

async function kept(more: Partial<Mail> = {}): Promise<Mail> {
  const one = mail(more);
  await putMail(table, one);
  calls = [];
  return one;
}
const happened = async (id: string) => (await watchedMail(table, id))?.reactions;

describe('a click on a link of a mail', () => {
  it('leads to the own website with the mail and the link, for one write and no read', async () => {
    const { id } = await kept();
    const answer = await click(id, '0');
    expect(answer).toMatchObject({
      statusCode: 302,
      headers: {
        location: `https://www.example.com/guides/x?a=b&k=${id}.0#top`,
        'cache-control': 'no-store',
      },
    });
    expect(calls).toEqual(['UpdateItem']);
    expect(await happened(id)).toEqual([{ kind: 'click', link: 0, at: NOW }]);
  });

  it('leads to another website without altering the link', async () => {
    const { id } = await kept();
    expect((await click(id, '1')).headers?.location).toBe('https://other.example/page?x=1');
  });

  it('leads on, without a trace, who may not be tracked or only asks', async () => {
    const untracked = await kept({ tracked: false });
    expect((await click(untracked.id, '0')).headers?.location).toBe(untracked.links[0]);
    const { id, links } = await kept();
    expect((await click(id, '0', { 'sec-gpc': '1' })).headers?.location).toBe(links[0]);
    expect((await click(id, '0', {}, 'HEAD')).statusCode).toBe(302);
    expect(await happened(untracked.id)).toEqual([]);
    expect(await happened(id)).toEqual([]);
  });

  it('is kept as a robot’s when it says so itself', async () => {
    const { id } = await kept();
    await click(id, '0', { 'user-agent': 'curl/8.0' });
    await click(id, '1', { 'sec-purpose': 'prefetch' });
    expect(await happened(id)).toMatchObject([
      { link: 0, bot: 'user-agent' },
      { link: 1, bot: 'prefetch' },
    ]);
  });

  it('asks for patience when the table does not answer', async () => {
    const { id } = await kept();
    const answer = await click(id, '0', {}, 'GET', refusingTable);
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(answer.headers).not.toHaveProperty('location');
  });

  it('holds nothing in its header that could end it', async () => {
    const { id } = await kept({ links: ['https://other.example/\r\nset-cookie: a=b ü'] });
    expect((await click(id, '0')).headers?.location).toBe(
      'https://other.example/%0D%0Aset-cookie:%20a=b%20%C3%BC',
    );
  });
});

describe('an unknown or altered link', () => {
  const unknown = 'AAAAAAAAAAAAAAAAAAAAAA';
  const hostile = [
    '//evil.example',
    'https://evil.example',
    '\\\\evil.example',
    '@evil.example',
    '%2F%2Fevil.example',
    '%5C%5Cevil',
    '0@evil.example',
    '0/../1',
    '00',
    '1e0',
    '-1',
    '0x0',
    '٠',
    ' 0',
    '0\r\nlocation: https://evil.example',
    '99',
    '',
  ];

  it.each(hostile)('is a page that says so, never a redirect: link %j', async (n) => {
    const { id } = await kept();
    const answer = await click(id, n);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers?.['content-type']).toContain('text/html');
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.body).not.toContain('evil');
    expect(await happened(id)).toEqual([]);
  });

  it.each([unknown, ...hostile])('is a page that says so, never a redirect: mail %j', async (id) => {
    const answer = await click(id, '0');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers).not.toHaveProperty('location');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/path', 'mailto:ann@example.nl'])(
    'of a mail that holds %s leads nowhere',
    async (link) => {
      const { id } = await kept({ links: [link] });
      expect((await click(id, '0')).statusCode).toBe(404);
    },
  );

  it('changes no mail and makes none', async () => {
    await click(unknown, '0');
    await open(`${unknown}.gif`);
    expect(await getMail(table, unknown)).toBeUndefined();
  });

  it('speaks the language of the browser', async () => {
    expect((await click(unknown, '0', { 'accept-language': 'nl-NL,nl' })).body).toContain(
      'Deze link werkt niet',
    );
    expect((await click(unknown, '0')).body).toContain('This link does not work');
  });
});

describe('the pixel of a mail', () => {
  it('is kept as an open, for one write and no read', async () => {
    const { id } = await kept();
    expect(await open(`${id}.gif`)).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'image/gif' },
    });
    expect(calls).toEqual(['UpdateItem']);
    expect(await happened(id)).toEqual([{ kind: 'open', at: NOW }]);
  });

  it('loaded by the image proxy of Gmail is a person’s, by that of Apple it is in doubt', async () => {
    const { id } = await kept();
    await open(`${id}.gif`, {
      'user-agent':
        'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    });
    await open(`${id}.gif`, { 'user-agent': 'Mozilla/5.0' });
    expect(await happened(id)).toEqual([
      { kind: 'open', at: NOW },
      { kind: 'open', at: NOW, bot: 'user-agent' },
    ]);
  });

  it.each(['', 'x.gif', 'AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAA.gif', '..%2f.gif'])(
    'is an image even when it is none: %j',
    async (image) => expect((await open(image)).statusCode).toBe(200),
  );

  it('is an image when the table does not answer, when it may not be kept and for HEAD', async () => {
    const { id } = await kept();
    expect((await open(`${id}.gif`, {}, 'GET', refusingTable)).statusCode).toBe(200);
    expect((await open(`${id}.gif`, { 'sec-gpc': '1' })).statusCode).toBe(200);
    expect((await open(`${id}.gif`, {}, 'HEAD')).statusCode).toBe(200);
    expect(await happened(id)).toEqual([]);
  });

  it('does not make a mail grow without end', async () => {
    const { id } = await kept();
    const over = { ...systemOver(table) };
    for (let n = 0; n < 120; n++) {
      over.now = () => new Date(Date.parse(NOW) + n).toISOString();
      await takeOpen(over, request('GET /o/{image}', { image: `${id}.gif` }, {}));
    }
    expect(await happened(id)).toHaveLength(100);
    expect((await click(id, '1')).statusCode).toBe(302);
  });
});
