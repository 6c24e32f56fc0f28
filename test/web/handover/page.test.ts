import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyOf } from '../../../shared/web/dossier/story.ts';
import { handoverLink, parseHandoverKey } from '../../../shared/web/handover/link.ts';
import { dossierPage, excusePage } from '../../../shared/web/handover/page.tsx';
import { pageHeaders } from '../../../shared/web/handover/style.ts';
import { launchBrowser } from '../../browser.ts';
import { LEAD } from '../../domain/builders.ts';
import { dossier, longHistory, raisedHand } from '../dossier/example.ts';

const telling = { language: 'nl', timeZone: 'Europe/Amsterdam', lines: 25 } as const;
const html = dossierPage(
  storyOf(dossier([...longHistory(), raisedHand()], { reason: 'hand-raiser' }), telling),
);

describe('the page of a hand-over', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(['light', 'dark'] as const)(
    'can be used on a phone by everybody, on a %s screen',
    async (colorScheme) => {
      const page = await browser.newPage({ viewport: { width: 360, height: 640 }, colorScheme });
      await page.setContent(html);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBe(360);
      await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
      const violations = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
      );
      expect(violations).toEqual([]);
      const targets = await page
        .locator('a, summary')
        .evaluateAll((all) => all.map((one) => one.clientHeight));
      expect(Math.min(...targets)).toBeGreaterThanOrEqual(40);
      await page.close();
    },
  );

  it('is drawn under its own content security policy', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.route('**/*', (route) =>
      route.request().url().endsWith('/handover/x')
        ? route.fulfill({ status: 200, headers: pageHeaders, body: html })
        : route.fulfill({ status: 204 }),
    );
    await page.goto('https://leads.example.com/handover/x');
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).toBe('640px');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('the page of a hand-over, as it is sent', () => {
  it('is small, runs nothing and loads nothing', () => {
    expect(html.length).toBeLessThan(30_000);
    expect(html).not.toMatch(/<script|<link|<img|<form|src=|style="/);
  });

  it('lets one tap call and mail', () => {
    expect(html).toContain('href="tel:+31612345678"');
    expect(html).toContain('href="mailto:ann@example.nl"');
  });

  it('leaves no trace of its address', () => {
    expect(pageHeaders).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('says kindly why there is nothing to see', () => {
    expect(excusePage('nl', 'gone')).toContain('Deze overdracht is voorbij');
    expect(excusePage('en', 'unknown')).toContain('We do not know this hand-over');
  });
});

describe('the address of the page', () => {
  const key = { lead: LEAD, number: 12, token: 'dG9-a2Vu_' };

  it('says which hand-over, and the token that opens it', () => {
    const link = handoverLink('https://leads.example.com', key);
    expect(parseHandoverKey(link.split('/').at(-1) as string)).toEqual(key);
  });

  it.each(['', 'x', `${LEAD}.1`, `${LEAD}.0.t`, `${LEAD}.1.t.t`, `${LEAD}.1.<b>`, `short.1.t`])(
    'is no address of one when it is %j',
    (text) => {
      expect(parseHandoverKey(text)).toBeUndefined();
    },
  );
});
