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
  context = await browser.newContext();
  await context.clock.install();
});
afterEach(async () => {
  await context.close();
  await site.stop();
});

const nothing = { cookies: '', kept: {} };
/** Longer than the tracker waits before it sends, by the clock of the page. */
async function aWhile(page: Page): Promise<void> {
  await page.clock.runFor(1_500);
  // By then everything it sent has arrived.
  await page.evaluate(() => fetch('/'));
}

describe('a visitor who has not decided yet', () => {
  it('is not tracked: nothing is stored and nothing is sent, whatever the page calls', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => {
      kansrijk.page();
      kansrijk.track('Video Played');
      history.pushState({}, '', '/next');
    });
    await aWhile(page);
    expect(await storedBy(page)).toEqual(nothing);
    await page.goto(`${site.url}/other`);
    expect(site.received).toEqual([]);
    expect(await page.evaluate(() => [kansrijk.consent(), kansrijk.visitor()])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is tracked from the moment of consent, beginning with the page it was given on', async () => {
    const page = await visit(context, `${site.url}/pricing?utm_source=mail#plans`);
    await page.evaluate(() => kansrijk.track('Before Consent'));
    await page.evaluate(() => kansrijk.consent('granted'));
    await eventually(context, () => expect(site.received).toHaveLength(1));
    expect(site.received[0]).toMatchObject({
      visitorId: await page.evaluate(() => kansrijk.visitor()),
      contentType: 'text/plain;charset=UTF-8',
      events: [
        { type: 'page', url: `${site.url}/pricing?utm_source=mail`, title: 'Page /pricing', referrer: '' },
      ],
    });
  });

  it('is tracked where the page says that consent was given elsewhere', async () => {
    site.attributes = 'data-consent="granted"';
    await visit(context, `${site.url}/`);
    await eventually(context, () => expect(eventsOf(site)).toHaveLength(1));
  });
});

describe('a visitor who gave consent', () => {
  it('keeps the same id on the next page, and is not asked again', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => kansrijk.consent('granted'));
    const id = await page.evaluate(() => kansrijk.visitor());
    await page.goto(`${site.url}/next`);
    expect(await page.evaluate(() => [kansrijk.consent(), kansrijk.visitor()])).toEqual(['granted', id]);
    expect((await storedBy(page)).cookies).toBe('');
  });

  it('is forgotten after withdrawing it: only the refusal stays', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => {
      kansrijk.consent('granted');
      kansrijk.consent('denied');
      kansrijk.track('After Withdrawal');
    });
    expect((await storedBy(page)).kept).toEqual({ 'kansrijk.consent': 'denied' });
    await page.goto(`${site.url}/next`);
    await aWhile(page);
    expect(site.received).toEqual([]);
  });
});

describe('a page that nobody has seen yet', () => {
  // As README.md says.
  const granted = `<script>
    kansrijk = window.kansrijk || [];
    kansrijk.push(['consent', 'granted']);
    kansrijk.push(['track', 'Loaded']);
  </script>`;
  const named = () => eventsOf(site).map((event) => event.name ?? new URL(event.url).pathname);

  it.each([
    ['prerendered', 'prerendering', 'prerenderingchange', []],
    ['opened in the background', 'hidden', 'visibilitychange', ['Loaded']],
  ])('because it was %s is a page view once it is shown', async (_, state, event, before) => {
    site.pages['/'] = granted;
    await context.addInitScript(
      (name) => Object.defineProperty(document, name, { value: true, configurable: true }),
      state,
    );
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => history.pushState({}, '', '/next'));
    await aWhile(page);
    expect(named()).toEqual(before);
    await page.evaluate(
      ([name, change]) => {
        Object.defineProperty(document, name, { value: false });
        document.dispatchEvent(new Event(change));
      },
      [state, event] as const,
    );
    await eventually(context, () => expect(named().sort()).toEqual(['/next', 'Loaded']));
  });
});

describe('a visitor who refused', () => {
  it('is not tracked, even where the page says that consent was given elsewhere', async () => {
    site.attributes = 'data-consent="granted"';
    site.pages['/'] = `<script>(window.kansrijk ||= []).push(['consent', 'denied'])</script>`;
    const page = await visit(context, `${site.url}/`);
    await aWhile(page);
    expect(site.received).toEqual([]);
    expect((await storedBy(page)).kept).toEqual({ 'kansrijk.consent': 'denied' });
  });
});

describe('a browser with Global Privacy Control', () => {
  it('is never tracked, whatever the consent', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
    });
    site.attributes = 'data-consent="granted"';
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => kansrijk.consent('granted'));
    await aWhile(page);
    expect(await page.evaluate(() => [kansrijk.consent(), kansrijk.visitor()])).toEqual([
      'denied',
      undefined,
    ]);
    expect(site.received).toEqual([]);
    expect((await storedBy(page)).kept).not.toHaveProperty('kansrijk.visitor');
  });
});

describe('a browser that blocks storage', () => {
  it('shows the page without an error', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    const errors: Error[] = [];
    context.on('weberror', (error) => errors.push(error.error()));
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => {
      kansrijk.consent('granted');
      kansrijk.track('Video Played');
    });
    expect(errors).toEqual([]);
  });
});
