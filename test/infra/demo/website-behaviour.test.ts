import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedBrowser } from '../../browser.ts';
import { eventsOf, storedBy, type TrackedSite, visit } from '../../web/tracking/tracker-site.ts';
import { startWebsite } from './website-in-browser.ts';

let browser: Browser;
let context: BrowserContext;
let site: TrackedSite;
beforeAll(async () => {
  browser = await sharedBrowser();
});
beforeEach(async () => {
  site = await startWebsite();
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await site.stop();
});

const bar = (page: Page) => page.getByRole('region', { name: 'May we remember' });
const accept = (page: Page) => bar(page).getByRole('button', { name: 'Accept' }).click();

describe('the cookie bar', () => {
  it('gives refusing the same weight as accepting', async () => {
    const page = await visit(context, site.url);
    const looks = await bar(page)
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => {
          const { width, height } = button.getBoundingClientRect();
          const { backgroundColor, color, fontSize } = getComputedStyle(button);
          return { width, height, backgroundColor, color, fontSize };
        }),
      );
    expect(looks).toHaveLength(2);
    expect(looks[1]).toEqual(looks[0]);
  });

  it('remembers a refusal and does not ask again', async () => {
    const page = await visit(context, site.url);
    await bar(page).getByRole('button', { name: 'Refuse' }).click();
    await page.goto(`${site.url}/pricing`, { waitUntil: 'load' });
    expect(await bar(page).isVisible()).toBe(false);
    expect((await storedBy(page)).kept).toEqual({ 'kansrijk.consent': 'denied' });
    expect(site.received).toEqual([]);
  });

  it('can be reopened from the footer, by keyboard too', async () => {
    const page = await visit(context, site.url);
    await accept(page);
    await page.getByRole('button', { name: 'Cookie settings' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await bar(page).isVisible()).toBe(false);
    expect((await storedBy(page)).kept).toEqual({ 'kansrijk.consent': 'denied' });
  });
});

describe('the product demo', () => {
  it('tracks each completed step', async () => {
    const page = await visit(context, `${site.url}/demo`);
    await accept(page);
    for (let step = 1; step <= 6; step++) await page.locator('.step:not([hidden]) button').click();
    expect(await page.getByRole('heading', { name: 'That was it' }).isVisible()).toBe(true);
    const steps = () =>
      eventsOf(site).flatMap((event) => (event.type === 'track' ? [event.props?.step] : []));
    const all = ['tracker', 'points', 'threshold', 'crossing', 'dossier', 'answer'];
    await vi.waitFor(() => expect(steps()).toEqual(all), { timeout: 30_000 });
    expect(eventsOf(site).at(-1)?.name).toBe('Demo Step Completed');
  });

  it('shows how many leads sales would call', async () => {
    const page = await visit(context, `${site.url}/demo`);
    await page.locator('[data-step=threshold]').evaluate((step) => step.removeAttribute('hidden'));
    await page.getByLabel('Call from this many points').fill('50');
    expect(await page.locator('output').textContent()).toBe(
      'From 50 points sales calls 6 of these 12 leads.',
    );
  });
});

describe('the whitepaper form', () => {
  const request = async (page: Page) => {
    await page.getByRole('main').getByLabel('E-mail address').fill('ann@acme.test');
    await page.getByRole('button', { name: 'Download the guide' }).click();
  };

  it('asks a known visitor only what is not known yet', async () => {
    const page = await visit(context, `${site.url}/whitepaper`);
    await accept(page);
    site.answerForm = () => ({
      status: 200,
      json: {
        form: 'whitepaper',
        fields: [
          { name: 'email', label: 'E-mail', type: 'email', required: true },
          { name: 'firstName', label: 'First name', type: 'text', required: false },
        ],
        permission: 'Yes',
      },
    });
    await page.reload({ waitUntil: 'load' });
    await page.getByLabel('First name').fill('Ann');
    await request(page);
    await page.waitForURL('**/whitepaper/thanks');
    expect(Object.fromEntries(site.submitted[0] as URLSearchParams)).toMatchObject({
      email: 'ann@acme.test',
      firstName: 'Ann',
      _locale: 'en',
      _page: `${site.url}/whitepaper`,
      _visitor: expect.any(String),
      _website: '',
    });
  });

  it('asks for neither address nor permission again, unless it is somebody else', async () => {
    const page = await visit(context, `${site.url}/whitepaper`);
    await accept(page);
    const fields = [{ name: 'employees', label: 'Number of employees', type: 'number', required: false }];
    site.answerForm = () => ({ status: 200, json: { form: 'whitepaper', fields } });
    await page.reload({ waitUntil: 'load' });
    await page.getByLabel('Number of employees').fill('50–100');
    const address = page.getByRole('main').getByLabel('E-mail address');
    expect(await address.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'I am somebody else' }).click();
    expect(await address.isVisible()).toBe(true);
    await page.reload({ waitUntil: 'load' });
    await page.getByLabel('Number of employees').waitFor();
    await page.getByRole('button', { name: 'Download the guide' }).click();
    await page.waitForURL('**/whitepaper/thanks');
    expect(Object.fromEntries(site.submitted[0] as URLSearchParams)).toMatchObject({
      email: '',
      _visitor: expect.any(String),
    });
  });

  it('shows what is wrong beside the form', async () => {
    const page = await visit(context, `${site.url}/whitepaper`);
    site.answerForm = () => ({
      status: 422,
      json: { ok: false, errors: { email: 'This address does not exist.' } },
    });
    await request(page);
    await page.getByText('This address does not exist.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/whitepaper');
  });

  it('works without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(`${site.url}/whitepaper`);
    await request(page);
    await page.waitForURL('**/thanks');
    expect(Object.fromEntries(site.submitted[0] as URLSearchParams)).toEqual({
      email: 'ann@acme.test',
      _website: '',
      _locale: 'en',
      _page: `${site.url}/whitepaper`,
      _t: expect.stringMatching(/Z$/),
    });
    await plain.close();
  });
});
