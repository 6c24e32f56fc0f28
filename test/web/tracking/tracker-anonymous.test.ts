import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Kansrijk } from '../../../shared/web/tracking/tracker.ts';
import { sharedBrowser } from '../../browser.ts';
import { eventually, startTrackedSite, type TrackedSite, visit } from './tracker-site.ts';

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
  site.pages['/form'] =
    `<form method="post" action="${site.api}/f/contact"><input name="email"><button>Send</button></form>`;
  context = await browser.newContext();
  await context.clock.install();
});
afterEach(async () => {
  await context.close();
  await site.stop();
});

/** Each event that arrived: its name or path, and whether it was anonymous. What was sent again counts once, as there. */
function arrivals() {
  const all = site.received.flatMap(({ anonymous, events }) =>
    events.map(({ id, name, url }) => [id, [name ?? new URL(url).pathname, anonymous]] as const),
  );
  return [...new Map(all).values()];
}
const arrived = (...expected: [string, boolean][]) =>
  eventually(context, () => expect(arrivals()).toEqual(expected));
const keptVisitor = (page: Page) => page.evaluate(() => localStorage.getItem('kansrijk.visitor'));

async function submit(page: Page, address: string): Promise<void> {
  await page.fill('[name=email]', address);
  await page.click('button');
  await page.waitForURL('**/thanks');
}

describe('a visitor whose id was never disclosed', () => {
  it('says so, on each page', async () => {
    const page = await visit(context, `${site.url}/`);
    await arrived(['/', true]);
    await page.goto(`${site.url}/next`);
    await arrived(['/', true], ['/next', true]);
  });

  it('is known once a form sends it, including its earlier events', async () => {
    const page = await visit(context, `${site.url}/form`);
    await arrived(['/form', true]);
    await page.evaluate(() => kansrijk.track('Before The Form'));
    await submit(page, 'ann@acme.test');
    await arrived(['/form', true], ['Before The Form', false], ['/thanks', false]);
  });

  it('is known in every tab', async () => {
    const other = await visit(context, `${site.url}/other`);
    await arrived(['/other', true]);
    await submit(await visit(context, `${site.url}/form`), 'ann@acme.test');
    site.received.length = 0;
    const isKnown = () => other.evaluate(() => localStorage['kansrijk.anonymous'] === undefined);
    await eventually(context, async () => expect(await isKnown()).toBe(true));
    await other.evaluate(() => kansrijk.track('In The Other Tab'));
    await eventually(context, () => expect(arrivals()).toContainEqual(['In The Other Tab', false]));
  });

  it('is known once a page asks for it', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => kansrijk.visitor());
    await arrived(['/', false]);
  });

  it('is known from the page that a mail led to', async () => {
    const page = await visit(context, `${site.url}/?a=b&kansrijk=${'A'.repeat(22)}`);
    await arrived(['/', false]);
    await page.goto(`${site.url}/next`);
    await arrived(['/', false], ['/next', false]);
  });
});

describe('a visitor that may be known', () => {
  it('is assumed for an id from an older tracker', async () => {
    await context.addInitScript(() => localStorage.setItem('kansrijk.visitor', 'old'));
    await visit(context, `${site.url}/`);
    await arrived(['/', false]);
    expect(site.received[0]).toMatchObject({ visitorId: 'old' });
  });

  it('is replaced by an anonymous one when another address is given, and keeps its own events', async () => {
    const page = await visit(context, `${site.url}/form`);
    await submit(page, 'ann@acme.test');
    await arrived(['/form', false], ['/thanks', false]);
    const ann = await keptVisitor(page);
    site.received.length = 0;
    const next = await visit(context, `${site.url}/form`);
    await next.evaluate(() => {
      // Refused by the browser: an address is given, and nothing goes out.
      const form = document.forms[0] as HTMLFormElement;
      form.onsubmit = () => false;
    });
    await next.fill('[name=email]', 'bob@acme.test');
    await next.click('button');
    await next.evaluate(() => kansrijk.track('Of Bob'));
    await arrived(['/form', false], ['Of Bob', true]);
    expect(site.received[0]).toMatchObject({ visitorId: ann });
    expect(site.received[1]).toMatchObject({ visitorId: await keptVisitor(next) });
  });

  it('is a new anonymous one after consent was withdrawn and given again', async () => {
    const page = await visit(context, `${site.url}/`);
    const id = await page.evaluate(() => kansrijk.visitor());
    await arrived(['/', false]);
    await page.evaluate(() => {
      kansrijk.consent('denied');
      kansrijk.consent('granted');
      kansrijk.track('Again');
    });
    await arrived(['/', false], ['Again', true]);
    expect(await keptVisitor(page)).not.toBe(id);
  });
});
