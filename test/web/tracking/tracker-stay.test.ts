import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Kansrijk } from '../../../shared/web/tracking/tracker.ts';
import { sharedBrowser } from '../../browser.ts';
import { eventsOf, eventually, startTrackedSite, storedBy, type TrackedSite, visit } from './tracker-site.ts';

declare const kansrijk: Kansrijk;

let browser: Browser;
let context: BrowserContext;
let site: TrackedSite;
beforeAll(async () => {
  browser = await sharedBrowser();
});
beforeEach(async () => {
  site = await startTrackedSite();
  site.attributes = 'data-consent="granted"';
  context = await browser.newContext();
  await context.clock.install();
});
afterEach(async () => {
  await context.close();
  await site.stop();
});

/** What arrived: the type and path of each event, with the seconds of a stay. */
const arrived = () =>
  eventsOf(site).map(({ type, url, seconds }) =>
    [type, new URL(url).pathname, ...(seconds === undefined ? [] : [Math.floor(seconds)])].join(' '),
  );
const pass = (page: Page, seconds: number) => page.clock.runFor(seconds * 1_000);
/** Waits until these arrived, and the browser knows it: until then it would send them again. */
const viewed = (...all: string[]) =>
  eventually(context, async () => {
    expect(arrived().sort()).toEqual(all.sort());
    const kept = await Promise.all(context.pages().map(storedBy));
    expect(JSON.stringify(kept)).not.toContain('\\"type\\":\\"page\\"');
  });

async function show(page: Page, isShown: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, !isShown);
}

/** The requests since the start of the test, without those of another visit. */
const requests = () => site.received.length;

describe('how long a page is seen', () => {
  it('is told with the next page, without a request of its own', async () => {
    const page = await visit(context, `${site.url}/pricing`);
    await viewed('page /pricing');
    const before = Date.now();
    await pass(page, 60);
    expect(requests()).toBe(1);
    await page.goto(`${site.url}/next`);
    await eventually(context, () => expect(requests()).toBe(2));
    const [first, stay, second] = eventsOf(site);
    expect([first, second].map((event) => new URL(event?.url ?? '').pathname)).toEqual(['/pricing', '/next']);
    expect(stay).toMatchObject({ type: 'stay', url: `${site.url}/pricing` });
    expect(stay?.seconds).toBeGreaterThanOrEqual(60);
    expect(stay?.seconds).toBeLessThan(70 + (Date.now() - before) / 1_000);
  });

  it('of the last page of a visit waits for the next one, and nothing is sent for it', async () => {
    const page = await visit(context, `${site.url}/pricing`);
    await viewed('page /pricing');
    await pass(page, 30);
    await show(page, false);
    await pass(page, 120);
    await page.close();
    expect(requests()).toBe(1);
    await visit(context, `${site.url}/`);
    await eventually(context, () => expect(requests()).toBe(2));
    expect(arrived().map((line) => line.split(' ', 2).join(' '))).toEqual([
      'page /pricing',
      'stay /pricing',
      'page /',
    ]);
  });

  it('stands still while the page is hidden, and is told once for a view', async () => {
    const page = await visit(context, `${site.url}/pricing`);
    await viewed('page /pricing');
    for (let round = 0; round < 3; round++) {
      await pass(page, 10);
      await show(page, false);
      await pass(page, 600);
      await show(page, true);
    }
    await page.goto(`${site.url}/next`);
    await eventually(context, () => expect(requests()).toBe(2));
    const stays = eventsOf(site).filter(({ type }) => type === 'stay');
    expect(stays).toHaveLength(1);
    expect(stays[0]?.seconds).toBeGreaterThanOrEqual(30);
    expect(stays[0]?.seconds).toBeLessThan(60);
  });

  it('is that of each page of a website that changes its address only', async () => {
    const page = await visit(context, `${site.url}/a`);
    await viewed('page /a');
    await pass(page, 20);
    await page.evaluate(() => history.pushState({}, '', '/b'));
    await eventually(context, () => expect(requests()).toBe(2));
    await page.evaluate(() => history.pushState({}, '', '/c'));
    await eventually(context, () => expect(requests()).toBe(3));
    const stays = eventsOf(site).filter(({ type }) => type === 'stay');
    expect(stays.map(({ url }) => new URL(url).pathname)).toContain('/a');
  });

  it('is not told of who looked for a moment only', async () => {
    const page = await visit(context, `${site.url}/a`);
    await pass(page, 2);
    await page.goto(`${site.url}/b`);
    await viewed('page /a', 'page /b');
  });

  it('is not kept without consent, and no longer once that is withdrawn', async () => {
    site.attributes = 'data-consent="required"';
    const page = await visit(context, `${site.url}/a`);
    await pass(page, 60);
    await show(page, false);
    expect((await storedBy(page)).kept).toEqual({});
    await show(page, true);
    await page.evaluate(() => kansrijk.consent('granted'));
    await viewed('page /a');
    await pass(page, 60);
    await page.evaluate(() => kansrijk.consent('denied'));
    await show(page, false);
    expect((await storedBy(page)).kept).toEqual({ 'kansrijk.consent': 'denied' });
    await show(page, true);
    await page.evaluate(() => kansrijk.consent('granted'));
    await pass(page, 60);
    await page.goto(`${site.url}/b`);
    await viewed('page /a', 'page /b');
  });
});
