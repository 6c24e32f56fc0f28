import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kansrijk } from '../../../shared/web/tracking/tracker.ts';
import { sharedBrowser } from '../../browser.ts';
import { startTrackedSite, storedBy, type TrackedSite, visit } from './tracker-site.ts';

declare const kansrijk: Kansrijk;

let browser: Browser;
let context: BrowserContext;
let site: TrackedSite;
beforeAll(async () => {
  browser = await sharedBrowser();
});
beforeEach(async () => {
  site = await startTrackedSite();
  site.pages['/form'] =
    `<form method="post" action="${site.api}/f/contact"><input name="email"><button>Send</button></form>`;
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await site.stop();
});

const openForm = () => visit(context, `${site.url}/form?email=secret#x`);
const consent = (page: Page) => page.evaluate(() => kansrijk.consent('granted'));
const visitorOf = (page: Page) => page.evaluate(() => kansrijk.visitor());

async function submit(page: Page, address: string): Promise<Record<string, string>> {
  await page.fill('[name=email]', address);
  await page.click('button');
  await page.waitForURL('**/thanks');
  return Object.fromEntries(site.submitted.at(-1) as URLSearchParams);
}

describe('a form that goes to the API', () => {
  it('says where it was filled in, and nothing about the visitor without consent', async () => {
    const page = await openForm();
    expect(await submit(page, 'ann@acme.test')).toEqual({
      email: 'ann@acme.test',
      _page: `${site.url}/form?email=secret#x`,
      _locale: 'nl',
      _key: expect.stringMatching(/^\w{16,}$/),
    });
    expect((await storedBy(page)).kept).toEqual({});
  });

  it('says which visitor filled it in, after consent', async () => {
    const page = await openForm();
    await consent(page);
    const visitor = await visitorOf(page);
    expect(await submit(page, 'ann@acme.test')).toMatchObject({ _visitor: visitor });
  });

  it('keeps its own language', async () => {
    site.pages['/form'] = (site.pages['/form'] as string).replace(
      '<button>',
      '<input type="hidden" name="_locale" value="en"><button>',
    );
    expect(await submit(await openForm(), 'ann@acme.test')).toMatchObject({ _locale: 'en' });
  });

  it('has one key however often it is sent, and another after the page was opened again', async () => {
    const page = await openForm();
    const keys = await page.evaluate(() => {
      const form = document.forms[0] as HTMLFormElement;
      return [new FormData(form).get('_key'), new FormData(form).get('_key')];
    });
    expect(keys[1]).toBe(keys[0]);
    expect(await submit(page, 'ann@acme.test')).toMatchObject({ _key: keys[0] });
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect((await submit(await openForm(), 'ann@acme.test'))._key).not.toBe(keys[0]);
  });

  it('has another key when the page comes back from memory', async () => {
    const page = await openForm();
    const [before, after] = await page.evaluate(() => {
      const key = () => new FormData(document.forms[0]).get('_key');
      const first = key();
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      return [first, key()];
    });
    expect(after).not.toBe(before);
  });
});

describe('a form that goes elsewhere', () => {
  it('is left alone', async () => {
    const page = await openForm();
    await consent(page);
    const fields = await page.evaluate(() => {
      const form = document.forms[0] as HTMLFormElement;
      form.action = 'https://example.com/f/contact';
      return [...new FormData(form).keys()];
    });
    expect(fields).toEqual(['email']);
  });
});

describe('two people at one browser', () => {
  it('are two visitors from the second address on', async () => {
    const page = await openForm();
    await consent(page);
    const ann = await submit(page, 'ann@acme.test');
    const again = await submit(await openForm(), ' Ann@ACME.test');
    const bob = await submit(await openForm(), 'bob@acme.test');
    expect(again._visitor).toBe(ann._visitor);
    expect(bob._visitor).not.toBe(ann._visitor);
    expect(JSON.stringify((await storedBy(page)).kept)).not.toContain('acme');
  });

  it('are not assumed after a mistyped address', async () => {
    const page = await openForm();
    await consent(page);
    const visitor = await visitorOf(page);
    await submit(page, 'ann@acme');
    expect(await submit(await openForm(), 'ann@acme.test')).toMatchObject({ _visitor: visitor });
  });

  it('keep their own events, also those that were still waiting', async () => {
    const page = await openForm();
    await page.evaluate(() => {
      navigator.sendBeacon = () => false;
    });
    await consent(page);
    const ann = await visitorOf(page);
    const bob = await page.evaluate(() => {
      kansrijk.visitor('ann@acme.test');
      kansrijk.track('Of Ann');
      const visitor = kansrijk.visitor('bob@acme.test');
      kansrijk.track('Of Bob');
      return visitor;
    });
    expect(bob).not.toBe(ann);
    const owners = () =>
      site.received.flatMap(({ visitorId, events }) => events.map(({ name }) => [visitorId, name ?? 'page']));
    await vi.waitFor(() => expect(owners()).toHaveLength(3), { timeout: 30_000 });
    expect(owners()).toEqual([
      [ann, 'page'],
      [ann, 'Of Ann'],
      [bob, 'Of Bob'],
    ]);
  });

  it('are not mixed up by a page that sends a form without a submit event', async () => {
    const page = await openForm();
    await consent(page);
    await submit(page, 'ann@acme.test');
    const next = await openForm();
    await next.fill('[name=email]', 'bob@acme.test');
    await next.evaluate(() => (document.forms[0] as HTMLFormElement).submit());
    await next.waitForURL('**/thanks');
    expect(site.submitted.at(-1)?.has('_visitor')).toBe(false);
  });
});
