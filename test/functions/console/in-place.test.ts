import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { actionsOf } from '../../../shared/store/handover/actions.ts';
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

describe('an answer of sales', () => {
  const accept = () => page.getByRole('button', { name: 'Accept the lead', exact: true });
  const status = () => page.locator('main [role=status]');

  it('is recorded without loading the page anew, and its notice has the focus', async () => {
    await open(`/console/leads/${ann}`);
    await accept().click();
    await status().waitFor();
    expect(await status().evaluate((one) => one === document.activeElement)).toBe(true);
    await expect(status().evaluate((one) => one.getBoundingClientRect().top)).resolves.toBeGreaterThan(0);
    expect(page.url()).toBe(`${site.url}/console/leads/${ann}?said=accept`);
    expect(await page.title()).toContain('Ann de Vries');
    expect(await isSamePage()).toBe(true);
    expect(site.asked.filter((one) => one.includes('POST'))).toEqual([`part POST /console/leads/${ann}`]);
  });

  it('is sent once by a double press', async () => {
    await open(`/console/leads/${ann}`);
    await accept().dblclick();
    await status().waitFor();
    await page.waitForLoadState('networkidle');
    expect(site.asked.filter((one) => one.includes('POST'))).toHaveLength(1);
    const did = await actionsOf(site.table, ann);
    expect(did.filter(({ action }) => action === 'accept')).toHaveLength(1);
  });

  it('keeps what was typed when it is not complete, and when the table is down', async () => {
    await open(`/console/leads/${ann}`);
    await page.locator('#return summary').click();
    const form = page.locator('#return form');
    await form.locator('button').click();
    await page.locator('main .refusal[role=alert]').waitFor();
    expect(await page.locator('main .refusal').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.locator('#note summary').click();
    await page.locator('#note textarea').fill('Calls back after the holidays.');
    site.table.isDown = true;
    await page.locator('#note form button').click();
    await expect.poll(() => trouble().textContent()).toContain('not possible right now');
    expect(await page.inputValue('#note textarea')).toBe('Calls back after the holidays.');
    site.table.isDown = false;
    await page.locator('#note form button').click();
    await status().waitFor();
    expect(await trouble().textContent()).toBe('');
    expect(await page.textContent('main')).toContain('Calls back after the holidays.');
    expect(await isSamePage()).toBe(true);
  });

  it('leaves the way back to the page before', async () => {
    await page.goto(`${site.url}/console/leads`);
    await page.goto(`${site.url}/console/leads/${ann}`);
    await accept().click();
    await status().waitFor();
    await page.goBack();
    expect(page.url()).toBe(`${site.url}/console/leads`);
    expect(await page.textContent('h1')).toBe('Leads');
    await page.goForward();
    expect(await page.textContent('main')).toContain('Ann de Vries');
  });
});

describe('the desk of sales', () => {
  it('says in place that days are not possible, and keeps them', async () => {
    await open('/console/mine');
    await page.fill('#away-from', '2030-05-02');
    await page.fill('#away-to', '2030-05-01');
    await page.locator('button[value=away]').click();
    const refusal = page.locator('main [role=alert]');
    await refusal.waitFor();
    expect(await refusal.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.inputValue('#away-from')).toBe('2030-05-02');
    expect(await isSamePage()).toBe(true);
  });
});
