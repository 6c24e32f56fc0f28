import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxRoutes } from '../../../infra/demo/inbox/inbox-routes.tsx';
import { findFreePorts } from '../../../infra/local/ports.ts';
import { handlerOf, type Listening, listen } from '../../../infra/local/serve.ts';
import type { Mail } from '../../../infra/local/services/ses/mail.ts';
import { openMailArchive } from '../../../infra/local/services/ses/mail-archive.ts';
import { openJournal } from '../../../infra/local/storage/journal.ts';
import { sharedBrowser } from '../../browser.ts';

const LEAD = 'AAAAAAAAAAAAAAAAAAAAA1';
const mails = openMailArchive(openJournal(':memory:'));
const slack = [
  {
    at: '2026-03-02T09:00:00.000Z',
    text: 'Noor is ready for a call',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Noor is ready for a call' } },
      { type: 'section', text: { type: 'mrkdwn', text: '*84 points*\nat R&amp;D &lt;b&gt;' } },
      { type: 'section', text: { type: 'mrkdwn', text: '>Please call' } },
      { type: 'divider' },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: { type: 'plain_text', text: 'Accept' },
            url: 'http://twin.test/handover/x',
          },
        ],
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'Before Tuesday' }] },
      { type: 'of tomorrow' },
    ],
  },
];
let server: Listening;
let browser: Browser;
let url: string;

function send(id: string, about: Partial<Mail> = {}): void {
  const mail = {
    ...{ id, to: ['noor@groente.example'], from: 'Sanne <hello@kansrijk.test>', subject: `Tip ${id}` },
    ...{ html: '', text: 'Hello Noor', headers: { 'reply-to': 'sanne@kansrijk.test' } },
    at: '2026-03-02T09:00:00.000Z',
    ...about,
  };
  mails.keep(mail, Buffer.from(`Subject: ${mail.subject}`));
}

const html = `<html><head><style>@media (prefers-color-scheme: dark) { body { background: rgb(1, 2, 3) } }</style></head>
  <body><p>Hello Noor</p><a href="/elsewhere">Read on</a><script>document.body.textContent = 'script ran'</script></body></html>`;

beforeAll(async () => {
  for (let n = 1; n <= 25; n += 1) send(`${n}`);
  send('long', { text: `Tip\n---\n${'Hello Noor, here is more to read. '.repeat(20)}` });
  send('guide', { subject: 'Your guide', html });
  send('sales', { subject: 'Noor is ready for a call', to: ['sales@kansrijk.test'] });
  const port = await findFreePorts();
  url = `http://127.0.0.1:${port}`;
  const app = inboxRoutes({
    mails,
    slackPosts: () => slack,
    addresses: { api: url, website: url, inbox: url, aws: url },
  });
  app.post('/api/leads/lookup', async (c) => {
    const { email } = await c.req.json();
    return email === 'noor@groente.example' ? c.json({ id: LEAD }) : c.json({}, 404);
  });
  app.get('/elsewhere', (c) => c.html('<title>Elsewhere</title>'));
  server = await listen(handlerOf(app), port, '127.0.0.1');
  browser = await sharedBrowser();
});
afterAll(() => server.stop());

async function open(path: string, more: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en', ...more });
  await page.goto(url + path);
  return page;
}

const get = async (path: string, language = 'en') =>
  (await fetch(url + path, { headers: { 'accept-language': language } })).text();

describe('the inbox', () => {
  it('shows the newest mails, and older ones a page further', async () => {
    const first = await get('/');
    expect(first).toContain('28 mails');
    expect(first.indexOf('Noor is ready')).toBeLessThan(first.indexOf('Your guide'));
    const [, older = ''] = /href="(\/\?before=[^"]+)"/.exec(first) ?? [];
    const second = await get(older.replaceAll('&amp;', '&'));
    expect(second).toContain('>Tip 1<');
    expect(second).toContain('Newest mails');
    expect(second).not.toContain('Older mails');
  });

  it('finds mails by words and by person, without a script', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.getByLabel('Words in the subject').fill('call');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { name: '1 mail' }).waitFor();
    await page.getByRole('link', { name: 'sales@kansrijk.test' }).click();
    await page.getByRole('heading', { name: 'Mails to sales@kansrijk.test' }).waitFor();
    await page.close();
  });

  it('says so when there is nothing', async () => {
    expect(await get('/?q=nothing+like+it')).toContain('No mail has these words');
    expect(await get('/?to=nobody@example.nl')).toContain('No mail was sent to this address yet');
    const response = await fetch(`${url}/mails/other`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no such message');
  });

  it('shows a mail that arrives, unless somebody is in the list with the keyboard', async () => {
    const page = await open('/?q=late');
    const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('No mail has these words').waitFor();
    send('late', { subject: 'A late mail' });
    await lookAgain();
    await page.getByRole('link', { name: 'A late mail' }).focus();
    send('later', { subject: 'A later mail' });
    await Promise.all([page.waitForResponse(/q=late/), lookAgain()]);
    expect(await page.getByRole('link', { name: 'A later mail' }).count()).toBe(0);
    await page.getByLabel('Words in the subject').focus();
    await lookAgain();
    await page.getByRole('link', { name: 'A later mail' }).waitFor();
    await page.close();
  });

  it('speaks Dutch to who prefers it', async () => {
    expect(await get('/', 'nl')).toContain('Postvak');
    expect(await get('/mails/guide', 'nl')).toContain('Antwoord aan');
  });
});

describe('a mail in the inbox', () => {
  it('runs no script, and its links open in a new tab', async () => {
    const page = await open('/mails/guide');
    const mail = page.frameLocator('iframe');
    await mail.getByText('Hello Noor').waitFor();
    const [tab] = await Promise.all([page.waitForEvent('popup'), mail.getByText('Read on').click()]);
    await expect.poll(() => tab.title()).toBe('Elsewhere');
    await page.context().close();
  });

  it('is shown in light and dark, whatever the browser prefers', async () => {
    const background = async (query: string) => {
      const page = await open(`/mails/guide?${query}`);
      const colour = await page
        .frameLocator('iframe')
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
      await page.close();
      return colour;
    };
    expect(await background('scheme=dark')).toBe('rgb(1, 2, 3)');
    expect(await background('scheme=light')).not.toBe('rgb(1, 2, 3)');
  });

  it('is shown as plain text, with its headers and its source', async () => {
    const page = await get('/mails/guide?view=text');
    expect(page).toContain('<pre>Hello Noor</pre>');
    expect(page).toContain('sanne@kansrijk.test');
    expect(page).not.toContain('<iframe');
    expect(await get('/mails/guide/source')).toBe('Subject: Your guide');
  });

  it('links to its lead in the console, if it went to one', async () => {
    expect(await get('/mails/guide')).toContain(encodeURIComponent(`/console/leads/${LEAD}`));
    expect(await get('/mails/sales')).not.toContain('/_local/sign-in');
  });
});

describe('a message in Slack', () => {
  it('is in the list, and is a card with its buttons at its own address', async () => {
    expect(await get('/slack')).toContain('href="/slack/1?lang=en"');
    const card = await get('/slack/1');
    expect(card).toContain('<strong>84 points</strong>\nat R&amp;D &lt;b&gt;');
    expect(card).toContain('<blockquote><p class="mrkdwn">Please call</p></blockquote>');
    expect(card).toMatch(/href="http:\/\/twin\.test\/handover\/x"[^>]*>Accept</);
    expect((await fetch(`${url}/slack/2`)).status).toBe(404);
  });
});

describe('the pages of the inbox', () => {
  it.each([
    ['a desk in the light', 1280, 'light', 'en'],
    ['a phone in the dark', 390, 'dark', 'nl'],
  ] as const)(
    'have no accessibility problems and do not scroll sideways on %s',
    async (_, width, colorScheme, lang) => {
      const page = await open('/', { viewport: { width, height: 800 }, colorScheme });
      for (const path of [
        '/?q=tip',
        '/?q=none',
        '/mails/guide?',
        '/mails/guide?view=desk',
        '/mails/other?',
      ]) {
        await page.goto(`${url}${path}&lang=${lang}`);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run({ exclude: [['iframe']] }),
        );
        expect(violations.map(({ id, nodes }) => [path, id, nodes.map((node) => node.html)])).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
      await page.close();
    },
  );
});
