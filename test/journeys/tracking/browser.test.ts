import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedBrowser } from '../../browser.ts';
import { type Mail, type System, startSystem } from '../system.ts';

let system: System;
let browser: Browser;
let context: BrowserContext;
let website: string;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), sharedBrowser()]);
  website = system.twin.addresses.website;
});
afterAll(() => system.stop());
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

const mailsAbout = async (address: string) =>
  (await system.local<Mail[]>('/mails?to=sales@kansrijk.test')).filter(({ text }) => text.includes(address));
const slackAbout = async (address: string) =>
  (await system.local<unknown[]>('/slack')).filter((post) => JSON.stringify(post).includes(address));

const guides = ['fit', 'readiness', 'scoring', 'handover', 'nurture', 'permission'];
const everything = [
  '/',
  '/product',
  '/pricing',
  '/guides/',
  ...guides.map((slug) => `/guides/${slug}`),
  '/demo',
];

async function open(page: Page, path: string): Promise<void> {
  await page.goto(website + path, { waitUntil: 'load' });
}

async function read(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) await open(page, path);
}

/** Leaves the website once the browser has delivered its queue, and waits until all of it is handled. */
async function leave(page: Page): Promise<void> {
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('kansrijk.e.')));
  await page.goto('about:blank');
  await system.settled();
}

/** A beacon that was queued when a page was left arrives some time later. */
const heardOnce = (address: string) =>
  vi.waitFor(
    async () => {
      await system.settled();
      expect(await mailsAbout(address)).toHaveLength(1);
      expect(await slackAbout(address)).toHaveLength(1);
    },
    { timeout: 60_000, interval: 200 },
  );

/** A form that is sent at once counts as spam. */
const think = () => system.advance('1s');

describe('a visitor who refuses', () => {
  it('leaves no trace, whatever it reads or does', async () => {
    const page = await context.newPage();
    await system.local('/usage', { method: 'DELETE' });
    const sent: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
    await open(page, '/');
    await page.getByRole('button', { name: 'Refuse' }).click();
    await read(page, ['/pricing', '/demo']);
    await page.locator('.step:not([hidden]) button').click();
    await leave(page);
    expect(sent).toEqual([]);
    const { calls } = await system.local<{ calls: { dynamodb?: Record<string, number> } }>('/usage');
    expect(calls.dynamodb ?? {}).not.toHaveProperty('PutItem');
  });
});

describe('a visitor without JavaScript', () => {
  it('can still ask to be called', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await open(page, '/nl/contact');
    await page.getByRole('main').getByLabel('E-mailadres').fill('jan@zonderscript.nl');
    await page.getByLabel('Naam').fill('Jan');
    await page.getByLabel('Waar kunnen we je mee helpen?').fill('Bel me even');
    await think();
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await page.getByRole('heading', { name: 'Bedankt voor je bericht' }).waitFor();
    await heardOnce('jan@zonderscript.nl');
    await plain.close();
  });
});

describe('a visitor who gives consent', () => {
  const address = 'noor@acme-machines.nl';

  it('becomes a lead that sales is notified of once, on the day it crosses the threshold', async () => {
    const page = await context.newPage();
    await open(page, '/');
    await page.getByRole('button', { name: 'Accept' }).click();
    await read(page, [...everything, '/whitepaper']);
    await page.getByRole('main').getByLabel('E-mail address').fill(address);
    await page.getByLabel('Yes, mail me the guide').check();
    await think();
    await page.getByRole('button', { name: 'Download the guide' }).click();
    await page.waitForURL('**/whitepaper/thanks');
    await open(page, '/demo');
    for (let step = 1; step <= 6; step++) await page.locator('.step:not([hidden]) button').click();
    await leave(page);
    expect(await mailsAbout(address)).toEqual([]);

    await nextDay();
    await read(page, everything);
    await leave(page);
    expect(await mailsAbout(address)).toEqual([]);

    await nextDay();
    await read(
      page,
      everything.map((path) => `/nl${path}`),
    );
    await leave(page);
    expect(await mailsAbout(address), '37 + 21 + 21 points').toEqual([]);

    await open(page, '/whitepaper/read');
    await leave(page);
    await heardOnce(address);

    await read(page, ['/nl/whitepaper', '/contact', '/cookies']);
    await leave(page);
    await heardOnce(address);
  });
});

/** Moves the system and the browser to the next day. */
async function nextDay(): Promise<void> {
  await system.advance('1d');
  const { now } = await system.local<{ now: string }>('/clock');
  await context.clock.setSystemTime(now);
}
