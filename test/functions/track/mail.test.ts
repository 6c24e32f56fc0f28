import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/time.ts';
import { getMail } from '../../../shared/store/nurture/mails.ts';
import type { Table } from '../../../shared/store/table.ts';
import { getClickedLink } from '../../../shared/store/tracking/mail-click-tokens.ts';
import { NOW } from '../../domain/builders.ts';
import { crashingTable } from '../../usecases/faulty-table.ts';
import { refusingTable } from '../../usecases/forms/forms-system.ts';
import { mailRequests } from './mail-requests.ts';

const DAY = 86_400_000;
const LANDED = /^https:\/\/www\.example\.com\/guides\/x\?a=b&kansrijk=[\w-]{22}#top$/;

const { table, calls, late, click, open, kept, happened } = await mailRequests();
/** A table that refuses every write. */
const readOnly = (real: Table): Table => ({
  name: real.name,
  call: (operation, input) =>
    operation === 'GetItem' ? real.call(operation, input) : refusingTable.call(operation, input),
});
const keyIn = ({ headers }: APIGatewayProxyStructuredResultV2) =>
  new URL(String(headers?.location)).searchParams.get('kansrijk') ?? '';

describe('a click on a link of a mail', () => {
  it('redirects to our website with a click token, for two writes and no read', async () => {
    const { id } = await kept();
    const answer = await click(id, '0');
    expect(answer).toMatchObject({
      statusCode: 302,
      headers: {
        location: expect.stringMatching(LANDED),
        'cache-control': 'no-store',
      },
    });
    expect(calls).toEqual(['UpdateItem', 'PutItem']);
    expect(await happened(id)).toEqual([{ kind: 'click', link: 0, at: NOW }]);
  });

  it('stores a click token with the mail and the link for three days', async () => {
    const { id } = await kept();
    const key = keyIn(await click(id, '2'));
    expect(await getClickedLink(table, key, plus(NOW, 3 * DAY - 1))).toEqual({ mail: id, link: 2 });
    expect(await getClickedLink(table, key, plus(NOW, 3 * DAY))).toBeUndefined();
    expect(keyIn(await click(id, '2'))).not.toBe(key);
  });

  it('never shows the id of the mail to the website', async () => {
    const { id, links } = await kept();
    const untracked = await kept({ tracked: false });
    for (const n of links.keys()) {
      const answers = [
        await click(id, String(n)),
        await click(id, String(n), { 'sec-gpc': '1' }),
        await click(id, String(n), {}, 'HEAD'),
        await click(id, String(n), { 'user-agent': 'curl/8.0' }),
        await click(untracked.id, String(n)),
      ];
      for (const { headers } of answers) {
        expect(headers?.location).toMatch(/^https:/);
        expect(headers?.location).not.toContain(id);
        expect(headers?.location).not.toContain(untracked.id);
        expect(headers?.['referrer-policy']).toBe('no-referrer');
      }
    }
  });

  it('redirects to our website without a token when that cannot be stored', async () => {
    const { id, links } = await kept();
    const answer = await click(id, '0', {}, 'GET', crashingTable(table, 2, 'before'));
    expect(answer).toMatchObject({ statusCode: 302, headers: { location: links[0] } });
    expect(await happened(id)).toHaveLength(1);
  });

  it('redirects to another website with the link unchanged, for one write', async () => {
    const { id } = await kept();
    expect((await click(id, '1')).headers?.location).toBe('https://other.example/page?x=1');
    expect(calls).toEqual(['UpdateItem']);
  });

  it('redirects without recording anything with an opt-out', async () => {
    const untracked = await kept({ tracked: false });
    expect((await click(untracked.id, '0')).headers?.location).toBe(untracked.links[0]);
    const { id, links } = await kept();
    expect((await click(id, '0', { 'sec-gpc': '1' })).headers?.location).toBe(links[0]);
    expect((await click(id, '0', { 'sec-gpc': '1' }, 'HEAD')).headers?.location).toBe(links[0]);
    expect(calls).not.toContain('PutItem');
    expect(await happened(untracked.id)).toEqual([]);
    expect(await happened(id)).toEqual([]);
  });

  it('is stored as a machine’s when it only asks where the link leads, and gets no click token', async () => {
    const { id, links } = await kept();
    expect((await click(id, '0', {}, 'HEAD')).headers?.location).toBe(links[0]);
    expect(calls).toEqual(['UpdateItem']);
    expect(await happened(id)).toEqual([{ kind: 'click', link: 0, at: NOW, bot: 'head' }]);
  });

  it('on the link that nobody sees leads to the website, without a click token', async () => {
    const { id, links } = await kept({ hidden: 2 });
    expect((await click(id, '2')).headers?.location).toBe(links[2]);
    expect(await happened(id)).toHaveLength(1);
  });

  it('tells clients of one mail apart by a mark that fits no other mail', async () => {
    const [one, other] = [await kept(), await kept()];
    for (const id of [one.id, other.id]) {
      await click(id, '0', {}, 'GET', table, '192.0.2.1');
      await click(id, '1', {}, 'GET', table, '192.0.2.1');
      await click(id, '2', {}, 'GET', table, '192.0.2.2');
    }
    const [first, second] = [await happened(one.id), await happened(other.id)];
    const marks = (first ?? []).map(({ by }) => by);
    expect(marks[0]).toMatch(/^[\w-]{5}$/);
    expect(marks[1]).toBe(marks[0]);
    expect(marks[2]).not.toBe(marks[0]);
    expect(second?.map(({ by }) => by)).not.toEqual(marks);
    expect(JSON.stringify(first)).not.toContain('192.0.2');
  });

  it('is stored as a bot’s when it says so itself', async () => {
    const { id } = await kept();
    await click(id, '0', { 'user-agent': 'curl/8.0' });
    await click(id, '1', { 'sec-purpose': 'prefetch' });
    expect(await happened(id)).toMatchObject([
      { link: 0, bot: 'user-agent' },
      { link: 1, bot: 'prefetch' },
    ]);
  });

  it('waits in the late queue when the table refuses writes, and redirects all the same', async () => {
    const { id, links } = await kept();
    const answer = await click(id, '0', { 'user-agent': 'curl/8.0' }, 'GET', readOnly(table));
    expect(answer).toMatchObject({ statusCode: 302, headers: { location: links[0] } });
    expect(late.at(-1)).toEqual({ mail: id, reaction: `${NOW} click 0 user-agent` });
  });

  it('waits in the late queue and asks to try again when the mail cannot be read', async () => {
    const { id } = await kept();
    const answer = await click(id, '1', { 'accept-language': 'nl' }, 'GET', refusingTable);
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.body).toContain('Probeer het over een paar seconden opnieuw');
    expect(late.at(-1)).toEqual({ mail: id, reaction: `${NOW} click 1` });
  });

  it('is not queued either when it may not be tracked', async () => {
    const { id } = await kept();
    const waiting = late.length;
    await click(id, '0', { 'sec-gpc': '1' }, 'GET', refusingTable);
    await click(id, '0', { 'sec-gpc': '1' }, 'HEAD', refusingTable);
    expect(late).toHaveLength(waiting);
  });

  it('redirects with a header that cannot be split', async () => {
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

  it.each(hostile)('is a 404 page, never a redirect: link %j', async (n) => {
    const { id } = await kept();
    const answer = await click(id, n);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers?.['content-type']).toContain('text/html');
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.body).not.toContain('evil');
    expect(await happened(id)).toEqual([]);
  });

  it.each([unknown, ...hostile])('is a 404 page, never a redirect: mail %j', async (id) => {
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

  it('changes and creates no mail', async () => {
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
