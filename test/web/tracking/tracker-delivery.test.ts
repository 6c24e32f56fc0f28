import type { Browser, BrowserContext } from 'playwright-core';
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

const named = () => eventsOf(site).map((event) => event.name ?? new URL(event.url).pathname);

describe('events', () => {
  it('that were pushed before the tracker had loaded are sent, in their order', async () => {
    site.pages['/'] = `<script>
      (window.kansrijk ||= []).push(['track', 'Early', { step: 1 }]);
      kansrijk.push(['page', { part: 'intro' }]);
    </script>`;
    await visit(context, `${site.url}/`);
    await eventually(context, () => expect(named()).toEqual(['Early', '/']));
    expect(eventsOf(site).map((event) => event.props)).toEqual([{ step: 1 }, { part: 'intro' }]);
  });

  it('go together in one request', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => kansrijk.track('First'));
    await page.evaluate(() => kansrijk.track('Second'));
    await eventually(context, () => expect(named()).toEqual(['/', 'First', 'Second']));
    expect(site.received).toHaveLength(1);
  });

  it('are sent at once when there are ten', async () => {
    await context.addInitScript(() => {
      window.setTimeout = (() => 1) as unknown as typeof setTimeout;
    });
    const page = await visit(context, `${site.url}/`);
    const send = (count: number) =>
      page.evaluate((n) => {
        for (let number = 1; number <= n; number++) kansrijk.track('Video Played');
      }, count);
    await send(8);
    expect(site.received).toEqual([]);
    await send(1);
    await eventually(context, () => expect(eventsOf(site)).toHaveLength(10));
  });

  it('are handed to the browser when the page is left', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => kansrijk.track('Last Moment'));
    await page.goto('about:blank');
    await eventually(context, () => expect(named()).toEqual(['/', 'Last Moment']));
    expect(site.received[0]?.contentType).toBe('text/plain;charset=UTF-8');
  });

  it('lose only the properties that JSON cannot hold', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => {
      const button = Object.assign(document.body, { itself: document.body });
      const odd = { order: 9007199254740993n, button, props: [1n], on: new Date(0), price: 5 };
      kansrijk.track('Odd', odd as unknown as Record<string, number>);
    });
    await eventually(context, () => expect(named()).toEqual(['/', 'Odd']));
    expect(eventsOf(site)[1]?.props).toEqual({
      ...{ order: '9007199254740993', button: {}, props: ['1'] },
      ...{ on: '1970-01-01T00:00:00.000Z', price: 5 },
    });
  });

  it('with a property that throws do not break the page', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(() => {
      const props = {
        get size(): number {
          throw new Error('odd');
        },
      };
      kansrijk.track('Odd', props);
      kansrijk.track('Even');
    });
    await eventually(context, () => expect(named()).toEqual(['/', 'Even']));
  });
});

describe('events that could not be delivered', () => {
  for (const [what, status] of [
    ['a server error', 500],
    ['too many requests', 429],
    ['a refusal by somebody between', 403],
    ['a broken connection', 0],
  ] as const) {
    it(`are sent again after ${what}, with the same ids`, async () => {
      site.answers = [status];
      const page = await visit(context, `${site.url}/`);
      await page.evaluate(() => kansrijk.track('Kept'));
      await eventually(context, () => expect(site.received.length).toBeGreaterThan(1));
      expect(site.received[1]).toEqual(site.received[0]);
      expect(named()).toEqual(['/', 'Kept']);
    });
  }

  it('survive a change of page', async () => {
    const page = await visit(context, `${site.url}/`);
    // The browser refuses the request, as when too much is in flight already.
    await page.evaluate(() => {
      navigator.sendBeacon = () => false;
      kansrijk.track('Kept');
    });
    await page.goto(`${site.url}/next`);
    await eventually(context, () => expect(named()).toEqual(['/', 'Kept', '/next']));
  });

  it.each([200, 400, 413])('are dropped when the API answers %i, which the console shows', async (status) => {
    site.answers = [status];
    const warnings: string[] = [];
    context.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    const page = await visit(context, `${site.url}/`);
    const waiting = async () =>
      Object.keys((await storedBy(page)).kept).filter((key) => key.startsWith('kansrijk.e.'));
    await eventually(context, async () =>
      expect([await waiting(), warnings]).toEqual([[], [`Answer ${status}`]]),
    );
    expect(site.received).toHaveLength(1);
  });

  it('are at most the 50 newest of the last day', async () => {
    const page = await visit(context, `${site.url}/`);
    const kept = await page.evaluate(() => {
      localStorage.setItem(`kansrijk.e.${Date.now() - 25 * 3_600_000}.someone.old`, '{}');
      for (let number = 1; number <= 60; number++) kansrijk.track(`Event ${number}`);
      const keys = Object.keys(localStorage).filter((key) => key.startsWith('kansrijk.e.'));
      return keys.map((key) => JSON.parse(localStorage.getItem(key) as string).name);
    });
    expect(kept).toHaveLength(50);
    expect(kept).toContain('Event 60');
    expect(kept).not.toContain('Event 10');
  });
});

describe('a second tab', () => {
  it('loses nothing and is the same visitor', async () => {
    const one = await visit(context, `${site.url}/one`);
    // Browsers have no lock between tabs: the first tab decides the visitor id.
    await eventually(context, async () =>
      expect((await storedBy(one)).kept).toHaveProperty('kansrijk.visitor'),
    );
    const two = await visit(context, `${site.url}/two`);
    await Promise.all([
      one.evaluate(() => kansrijk.track('In One')),
      two.evaluate(() => kansrijk.track('In Two')),
    ]);
    await eventually(context, () => expect(named().sort()).toEqual(['/one', '/two', 'In One', 'In Two']));
    expect(new Set(site.received.map(({ visitorId }) => visitorId)).size).toBe(1);
  });
});

describe('a page that changes without loading', () => {
  it('is a page view for each new path, with the title and the page before it', async () => {
    const page = await visit(context, `${site.url}/`);
    await page.evaluate(async () => {
      history.replaceState({}, '', '/?tab=2');
      history.pushState({}, '', '/guides#top');
      document.title = 'Guides';
      await new Promise((resolve) => setTimeout(resolve, 50));
      history.pushState({}, '', '/guides?page=2');
      history.back();
      history.back();
    });
    await eventually(context, () => expect(named()).toEqual(['/', '/guides', '/']));
    expect(eventsOf(site)[1]).toMatchObject({
      url: `${site.url}/guides`,
      title: 'Guides',
      referrer: `${site.url}/`,
    });
  });

  it('is a page view for each route behind its address, whatever its parameters', async () => {
    const page = await visit(context, `${site.url}/app?a=b#top`);
    await page.evaluate(async () => {
      for (const hash of ['#/pricing', '#/pricing?plan=pro', '#other', '#!/guides']) {
        location.hash = hash;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    const seen = () => eventsOf(site).map(({ url }) => url.replace(`${site.url}/app?a=b`, ''));
    await eventually(context, () => expect(seen()).toEqual(['', '#/pricing', '', '#!/guides']));
  });
});
