import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveSections } from '../../../infra/demo/start-page/live-sections.tsx';
import { findFreePorts } from '../../../infra/local/ports.ts';
import { startTwin, type Twin } from '../../../infra/local/twin.ts';
import { sharedBrowser } from '../../browser.ts';
import { visitsAssembly } from '../local/visits-assembly.ts';

let twin: Twin;
let browser: Browser;
beforeAll(async () => {
  twin = await startTwin({ port: await findFreePorts(), data: 'memory', assembly: visitsAssembly() });
  browser = await sharedBrowser();
});
afterAll(() => twin.stop());

async function open(query: string, width = 1280, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(`${twin.addresses.api}/${query}`);
  return page;
}

const now = Date.UTC(2026, 10, 22, 5, 0);
const full = LiveSections({
  language: 'en',
  addresses: { api: 'http://api', website: 'http://website', inbox: 'http://inbox', aws: 'http://aws' },
  live: {
    now,
    leads: [
      {
        id: 'a',
        email: 'anouk@fabriek.example',
        stage: 'mql',
        fit: { verdict: 'good', reasons: [], ask: [] },
        readiness: 'hand-raiser',
        score: { total: 84, band: 'call' },
        enrolments: [],
      },
    ],
    planned: [
      {
        to: 'emma@groenteweb.example',
        sequence: 'whitepaper-tips',
        number: 3,
        at: '2026-11-24T09:00:00Z',
        isPaused: true,
      },
    ],
    mails: [{ to: 'sales@kansrijk.test', subject: 'Anouk is ready for a call', at: '2026-11-22T05:00:00Z' }],
    slack: [{ text: 'Anouk is ready', at: '2026-11-22T05:00:00Z' }],
    deadLetters: [{ queue: 'notify-dead-letters', reason: 'Slack answers 500', at: '2026-11-22T05:00:00Z' }],
  },
}).toString();

describe('the start page', () => {
  it.each([
    ['a desk in the light, in English', '?lang=en', 1280, 'light'],
    ['a phone in the dark, in Dutch', '?lang=nl', 360, 'dark'],
  ] as const)(
    'has no accessibility problems and does not scroll sideways on %s',
    async (_, query, width, scheme) => {
      const page = await open(query, width, scheme);
      for (const fill of [false, true]) {
        if (fill) await page.locator('#live').evaluate((live, html) => live.setHTMLUnsafe(html), full);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run(),
        );
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
      await page.close();
    },
  );

  it('moves time and says when it is done', async () => {
    const page = await open('');
    const before = twin.clock.now();
    const { promise: seen, resolve: see } = Promise.withResolvers<void>();
    await page.route('**/_local/clock', async (route) => {
      if (route.request().method() === 'POST') await seen;
      await route.continue();
    });
    await page.getByRole('button', { name: 'A week later' }).click();
    await page.getByRole('progressbar', { name: 'How far time has moved' }).waitFor();
    see();
    await page.getByText('Time has moved.').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    expect(twin.clock.now() - before).toBeGreaterThanOrEqual(7 * 86_400_000);
    await page.close();
  });

  it('says what to do first while nothing has happened', async () => {
    const page = await open('');
    const link = page.getByRole('link', { name: 'demo website', exact: true });
    expect(await link.getAttribute('href')).toBe(twin.addresses.website);
    await page.getByText('Nothing failed for good.').waitFor();
    await page.close();
  });

  it('shows leads, mails, Slack messages and dead letters', () => {
    for (const text of [
      'anouk@fabriek.example',
      '84',
      'ready for a call',
      'Anouk is ready',
      'notify-dead-letters',
      'Slack answers 500',
    ])
      expect(full).toContain(text);
    expect(full).toContain('hand-raiser');
  });

  it('shows the planned mails and whether they are paused', () => {
    for (const text of ['emma@groenteweb.example', 'whitepaper-tips', '24 Nov 2026', 'paused'])
      expect(full).toContain(text);
  });
});
