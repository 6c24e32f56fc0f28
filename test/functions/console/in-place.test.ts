import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { sharedBrowser } from '../../browser.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { longLife } from '../../usecases/identity/lead-page/long-life.ts';
import { consoleSite } from './console-site.ts';
import { viewers } from './test-console.ts';

let site: Awaited<ReturnType<typeof consoleSite>>;
let page: Page;
let ann: LeadId;

beforeEach(async () => {
  const table = await memoryTable();
  ann = await longLife(table, 50);
  site = await consoleSite(viewers.sales, table);
  page = await (await sharedBrowser()).newPage({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
});
afterEach(async () => {
  await page.close();
  await site.stop();
});

const trouble = () => page.locator('#trouble');
const again = () => trouble().getByRole('button', { name: 'Try again' });
/** Opens a page and marks it: the mark is gone as soon as a page is loaded anew. */
async function open(path: string): Promise<void> {
  await page.goto(site.url + path);
  await page.evaluate(() => document.body.setAttribute('data-mark', 'first'));
}
const isSamePage = () => page.evaluate(() => document.body.dataset.mark === 'first');

describe('a search while the table is down', () => {
  it('says so beside the list and what was typed, until it works again', async () => {
    await open('/console/leads');
    const before = await page.textContent('#found');
    site.table.isDown = true;
    await page.locator('#q').pressSequentially('anneke');
    await again().waitFor();
    expect(await trouble().textContent()).toContain('This is not possible right now');
    expect(await page.textContent('#found')).toBe(before);
    expect(await page.inputValue('#q')).toBe('anneke');
    expect(page.url()).toBe(`${site.url}/console/leads`);
    site.table.isDown = false;
    await again().click();
    await expect.poll(() => trouble().textContent()).toBe('');
    expect(page.url()).toContain('q=anneke');
    expect(await page.inputValue('#q')).toBe('anneke');
    expect(await isSamePage()).toBe(true);
  });

  it('finds what was typed last, however slow the answers are', async () => {
    await open('/console/leads');
    await page.route(/q=an($|&)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue().catch(() => {});
    });
    for (const part of ['an', 'ne', 'ke']) {
      await page.locator('#q').pressSequentially(part);
      await page.waitForTimeout(400);
    }
    await expect.poll(() => page.url()).toContain('q=anneke');
  });
});

describe('a filter of the timeline', () => {
  it.each(['down', 'unreachable', 'silent'])('keeps the timeline while the console is %s', async (how) => {
    await page.clock.install();
    await open(`/console/leads/${ann}`);
    const before = await page.textContent('#timeline-part');
    site.table.isDown = how === 'down';
    if (how === 'unreachable') await page.route('**/*', (route) => route.abort());
    if (how === 'silent') await page.route('**/*', () => {});
    await page.locator('#timeline nav a').nth(1).click();
    if (how === 'silent') await page.clock.fastForward(30_000);
    await again().waitFor();
    expect(await trouble().textContent()).toContain(how === 'down' ? 'not possible' : 'There is no answer');
    expect(await page.textContent('#timeline-part')).toBe(before);
    expect(page.url()).not.toContain('kind=');
    await page.unroute('**/*');
    site.table.isDown = false;
    await again().click();
    await page.waitForURL(/kind=/);
    await expect.poll(() => trouble().textContent()).toBe('');
    expect(await isSamePage()).toBe(true);
  });

  it.each([
    ['/console/leads/AAAAAAAAAAAAAAAAAAAAAA', 'no such lead'],
    ['/console/people', 'Your role does not allow this'],
  ])('keeps the timeline when it is answered by %s', async (refused, said) => {
    await open(`/console/leads/${ann}`);
    const before = await page.textContent('#timeline-part');
    await page.route(/kind=/, (route) => route.continue({ url: site.url + refused }));
    await page.locator('#timeline nav a').nth(1).click();
    await again().waitFor();
    expect(await trouble().textContent()).toContain(said);
    expect(await page.textContent('#timeline-part')).toBe(before);
  });
});
