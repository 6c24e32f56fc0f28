import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { errorPage } from '../../../shared/web/handover/error-page.tsx';
import { answerLink, handoverLink, parseHandoverKey } from '../../../shared/web/handover/handover-link.ts';
import { plainLook } from '../../../shared/web/look/look.ts';
import { sharedBrowser } from '../../browser.ts';
import { LEAD } from '../../domain/builders.ts';
import { testPages } from '../../functions/handover/system.ts';
import { longHistory, raisedHand, shippedPlaybook } from './dossier/example.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ORIGIN = 'https://leads.example.com';
const team = { anna: { name: 'Anna Bos' }, bram: { name: 'Bram Smit' }, chris: { name: 'Chris de Wit' } };
const busy = {
  events: [...longHistory(), raisedHand()],
  playbook: { ...shippedPlaybook(), sales: salesSchema.parse({ team }) },
  handover: { to: 'anna' },
};

const servers: Server[] = [];
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  for (const server of servers.splice(0)) server.close();
});

interface Phone {
  colorScheme?: 'light' | 'dark';
  script?: boolean;
  member?: string;
}

/** The function behind an address of this machine; a browser follows redirects of a real server only. */
async function serve(ask: Awaited<ReturnType<typeof testPages>>['ask']): Promise<string> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', ORIGIN);
    if (!pathname.startsWith('/handover/')) return response.writeHead(204).end();
    const query = Object.fromEntries(searchParams);
    const more = { body: await text(request), queryStringParameters: query };
    const { statusCode = 200, headers, body } = await ask(request.method ?? '', more, pathname);
    return response.writeHead(statusCode, headers as Record<string, string>).end(body);
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A browser on a phone before the function itself, under the headers it sends. */
async function phone(language: Language, { colorScheme = 'light', script = false, member }: Phone = {}) {
  const test = await testPages(language, { ...busy, ...(member && { member }) });
  const url = await serve(test.ask);
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    colorScheme,
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const open = async (more = '') => {
    await page.goto(`${url}${test.address}${more}`);
  };
  return { ...test, page, open, complaints };
}

/** What axe finds wrong with a page, and what does not fit on a phone or under a thumb. */
async function barriers(page: Page): Promise<string[]> {
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  await page.evaluate(axe);
  const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
  const targets = page
    .locator('button, summary, .reach a, select, input[type=text], .choice')
    .filter({ visible: true });
  const heights = await targets.evaluateAll((all) => all.map((one) => one.clientHeight));
  return [
    ...(found as string[]),
    ...(wide ? ['wider than a phone'] : []),
    ...(Math.min(...heights) < 40 ? ['small target'] : []),
  ];
}

describe.each(['light', 'dark'] as const)('on a phone with a %s screen', (colorScheme) => {
  it('every form is accessible', async () => {
    const { page, open, complaints, send } = await phone('nl', { colorScheme, script: true });
    await open('?answer=return');
    await page.getByLabel('Past niet bij ons').check();
    expect(await barriers(page)).toEqual([]);
    await send({ action: 'accept', by: 'anna' });
    await open('?said=accept');
    for (const closed of await page.locator('details.answer > summary').all()) await closed.click();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('every problem is accessible', async () => {
    const { page, open, send } = await phone('en', { colorScheme, script: true, member: 'anna' });
    await send({ action: 'accept', by: 'anna' });
    await open('?answer=qualify');
    await page.getByRole('button', { name: 'Qualify the lead' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Concrete need: Please fill this in.');
    expect(await barriers(page)).toEqual([]);
  });
});

describe('sales with one thumb and no script', () => {
  it('accepts a lead with one tap, from the button of the mail', async () => {
    const { page, open, lead } = await phone('nl');
    await open('?answer=accept#accept');
    expect(await page.getByLabel('Jouw naam').first().inputValue()).toBe('anna');
    await page.getByRole('button', { name: 'Lead overnemen' }).click();
    expect(await page.getByRole('status').textContent()).toMatch(
      /^Vastgelegd: Anna Bos nam de lead over, vandaag om \d\d:\d\d\.$/,
    );
    expect(await lead()).toMatchObject({ stage: 'sal', handover: { answer: { by: 'anna' } } });
  });

  it('sends nothing twice by reloading the page', async () => {
    const { page, open, actions } = await phone('nl');
    await open('#accept');
    await page.getByRole('button', { name: 'Lead overnemen' }).click();
    await page.reload();
    expect(await actions()).toHaveLength(1);
  });

  it('returns a lead that does not fit, and says why', async () => {
    const { page, open, actions } = await phone('en');
    await open('?answer=return#return');
    expect(await page.getByLabel('What did not fit?').isVisible()).toBe(false);
    await page.getByLabel('Does not fit us').check();
    await page.getByLabel('What did not fit?').selectOption('Number of employees');
    await page.getByLabel('What is it really?').fill('3');
    const form = page.locator('#return');
    await form.getByLabel('Your name').selectOption('Chris de Wit');
    await page.getByRole('button', { name: 'Return the lead' }).click();
    expect(await actions()).toMatchObject([
      { action: 'return', reason: 'bad-fit', criterion: 'employees', value: '3', by: 'chris' },
    ]);
    expect(await page.getByText('There is nothing left for you to do here.').count()).toBe(1);
  });

  it('reaches each problem by keyboard, and keeps what was typed', async () => {
    const { page, open, send } = await phone('en', { member: 'anna' });
    await send({ action: 'accept', by: 'anna' });
    await open('?answer=qualify#qualify');
    await page.getByLabel('Concrete need').fill('One list for both teams');
    await page.getByLabel('Concrete need').press('Tab');
    await page.keyboard.type('this year');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Concrete need').inputValue()).toBe('One list for both teams');
    expect(await page.getByLabel('How urgent is it?').inputValue()).toBe('this year');
    await page.locator('[role=alert]:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('name')).toMatch(/buyingStage|decisionMakers/);
  });
});

describe('the page of a hand-over, as it is sent', () => {
  it('is small, runs nothing and loads nothing, even for a lead with a long history', async () => {
    const test = await testPages('nl', busy);
    await test.send({ action: 'accept', by: 'anna' });
    const html = await test.see();
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    expect(html).not.toMatch(/<script|<link|<img|src=|style="/);
  });

  it('has links to call and to mail', async () => {
    const html = await (await testPages('en', busy)).see();
    expect(html).toContain('href="tel:+31612345678"');
    expect(html).toContain('href="mailto:ann@example.nl"');
    expect(html).toContain('For Anna Bos');
  });

  it('says why there is no hand-over to show', () => {
    const look = plainLook('https://www.example.com');
    expect(errorPage(look, 'nl', 'erased')).toContain('Deze overdracht is voorbij');
    expect(errorPage(look, 'en', 'unknown')).toContain('We do not know this hand-over');
  });
});

describe('the address of the page', () => {
  const key = { lead: LEAD, number: 12, token: 'dG9-a2Vu_' };
  const link = handoverLink(ORIGIN, key);

  it('says which hand-over, and the token that opens it', () => {
    expect(parseHandoverKey(link.split('/').at(-1) as string)).toEqual(key);
  });

  it('says whose it is, when it was mailed to one person alone', () => {
    const own = handoverLink(ORIGIN, { ...key, member: 'anna' });
    expect(parseHandoverKey(own.split('/').at(-1) as string)).toEqual({ ...key, member: 'anna' });
  });

  it('can open the form for one answer', () => {
    const { pathname, searchParams, hash } = new URL(answerLink(link, 'return'));
    expect([pathname, searchParams.get('answer'), hash]).toEqual([
      new URL(link).pathname,
      'return',
      '#return',
    ]);
  });

  it.each([
    '',
    'x',
    `${LEAD}.1`,
    `${LEAD}.0.t`,
    `${LEAD}.1.t.T`,
    `${LEAD}.1.t.anna.t`,
    `${LEAD}.1.<b>`,
    `short.1.t`,
  ])('is no address of one when it is %j', (text) => {
    expect(parseHandoverKey(text)).toBeUndefined();
  });
});
