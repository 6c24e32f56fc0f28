import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page, Route } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../../browser.ts';
import { testPages } from '../../functions/preferences/system.ts';
import { refusingTo } from '../../usecases/faulty-table.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ORIGIN = 'https://leads.example.com';

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** A browser on a phone before the function itself, under the headers it sends. */
async function phone(
  locale: 'nl' | 'en',
  options: { colorScheme?: 'light' | 'dark'; script?: boolean } = {},
) {
  const test = await testPages(locale, 'pending');
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    colorScheme: options.colorScheme ?? 'light',
    javaScriptEnabled: options.script ?? true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.route('**/*', async (route: Route) => {
    const asked = route.request();
    const { pathname, search } = new URL(asked.url());
    const [, path = '', id = ''] = pathname.split('/');
    if (!['confirm', 'unsubscribe', 'preferences'].includes(path)) return route.fulfill({ status: 204 });
    const query = Object.fromEntries(new URLSearchParams(search));
    const more = { body: asked.postData() ?? '', queryStringParameters: query };
    const {
      statusCode = 200,
      headers,
      body = '',
    } = await test.ask(`${asked.method()} /${path}/{mail}`, more, id);
    return route.fulfill({ status: statusCode, headers: headers as Record<string, string>, body });
  });
  const open = async (path: string) => {
    await page.goto(`${ORIGIN}/${path}/${test.sent.id}`);
  };
  return { ...test, page, open, complaints };
}

/** What axe finds wrong with a page, and what does not fit on a phone or a thumb. */
async function barriers(page: Page): Promise<string[]> {
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  await page.evaluate(axe);
  const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
  const heights = await page.locator('button').evaluateAll((all) => all.map((one) => one.clientHeight));
  const isSmall = heights.some((height) => height < 40);
  return [
    ...(found as string[]),
    ...(wide ? ['wider than a phone'] : []),
    ...(isSmall ? ['small button'] : []),
  ];
}

describe.each(['light', 'dark'] as const)('on a phone with a %s screen', (colorScheme) => {
  it.each(['confirm', 'unsubscribe', 'preferences'])('/%s/{mail} is accessible', async (path) => {
    const { page, open, complaints } = await phone('nl', { colorScheme });
    await open(path);
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  });

  it.each([
    ['finished', 'Alles is gewist'],
    ['unfinished', 'Je gegevens worden gewist'],
  ])('the receipt of an erasure (%s) is accessible', async (state, title) => {
    const { page, open, complaints, system } = await phone('nl', { colorScheme });
    if (state === 'unfinished') system.table = refusingTo('BatchWriteItem', system.table);
    await open('preferences');
    await page.getByRole('button', { name: 'Wis alles' }).click();
    await page.getByRole('button', { name: 'Ja, wis alles' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    expect(await page.locator('dt').count()).toBe(state === 'finished' ? 5 : 2);
    expect(complaints).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  });
});

describe('somebody without a script', () => {
  it('confirms with one click', async () => {
    const { page, open, consents } = await phone('nl', { script: false });
    await open('confirm');
    await page.getByRole('button', { name: 'Ja, dat wil ik' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Dank je, je bent aangemeld');
    expect(await consents()).toMatchObject([{ to: 'granted' }]);
  });

  it('unsubscribes with one click, and subscribes again with another', async () => {
    const { page, open, mailing } = await phone('en', { script: false });
    await open('unsubscribe');
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are unsubscribed');
    expect((await mailing()).suppressed?.why).toBe('unsubscribed');
    await page.getByRole('button', { name: 'Get mails again' }).click();
    expect((await mailing()).suppressed).toBeUndefined();
  });

  it('chooses subjects and a pause', async () => {
    const { page, open, mailing } = await phone('en', { script: false });
    await open('preferences');
    await page.getByRole('checkbox').first().uncheck();
    await page.getByLabel('4 weeks').check();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('status').textContent()).toContain('saved');
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(false);
    expect(await page.getByText('You get no mail until 20 December 2026').count()).toBe(1);
    expect(Object.values((await mailing()).subjects)).toContain(false);
  });

  it('has everything erased after a confirmation', async () => {
    const { page, open } = await phone('en', { script: false });
    await open('preferences');
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('button', { name: 'Yes, erase everything' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Everything is erased');
    await open('preferences');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This link does not work');
  });
});
