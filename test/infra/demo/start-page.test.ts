import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeadLetters } from '../../../infra/demo/start-page/failures-section.tsx';
import type { Live } from '../../../infra/demo/start-page/live.ts';
import { LiveSections } from '../../../infra/demo/start-page/live-sections.tsx';
import { StorySteps } from '../../../infra/demo/start-page/story-section.tsx';
import { findFreePorts } from '../../../infra/local/ports.ts';
import { startTwin, type Twin } from '../../../infra/local/twin.ts';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { VisitorEvent } from '../../../shared/domain/tracking/event.ts';
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

const addresses = { api: 'http://api', website: 'http://website', inbox: 'http://inbox', aws: 'http://aws' };
const at = '2026-11-22T05:00:00.000Z';
const page = (n: number, title: string): VisitorEvent => ({
  ...{ type: 'page', id: `e${n}`, at, receivedAt: at, visitor: 'b7a9' as VisitorId },
  ...{ url: `https://website/${n}`, title },
});
const live: Live = {
  now: Date.parse(at),
  visitors: {
    count: 3,
    threshold: 80,
    anonymous: [
      {
        visitor: 'b7a9' as VisitorId,
        events: [page(2, 'Prices'), page(1, 'Prices'), ...[3, 4, 5, 6, 7].map((n) => page(n, `Page ${n}`))],
        score: { total: 9, band: 'newsletter', ledger: [{ eventId: 'e1', rule: 'prices', points: 3, at }] },
      },
    ],
  },
  leads: {
    count: 100,
    hasMore: true,
    planned: [
      {
        ...{ lead: 'AAAAAAAAAAAAAAAAAAAAA1', to: 'emma@groenteweb.example', sequence: 'whitepaper-tips' },
        ...{ number: 3, at: '2026-11-24T09:00:00Z', isPaused: true },
      },
    ],
  },
  mailCount: 7,
  newestMail: { id: 'm1', to: 'emma@groenteweb.example', subject: 'Your guide', at },
  mailsToSales: [{ id: 'm2', to: 'sales@kansrijk.test', subject: 'Anouk is ready for a call', at }],
  slack: [{ number: 4, text: 'Anouk is ready', at }],
  deadLetters: [{ queue: 'notify-dead-letters', reason: 'Slack answers 500', at }],
};
const show = { live, addresses, language: 'en', website: 'http://website' } as const;
const filled = {
  live: LiveSections(show).toString(),
  story: StorySteps(show).toString(),
  failures: DeadLetters({ deadLetters: live.deadLetters, language: 'en' }).toString(),
};

describe('the start page', () => {
  it.each([
    ['a desk in the light, in English', '?lang=en', 1280, 'light'],
    ['a phone in the dark, in Dutch', '?lang=nl', 360, 'dark'],
  ] as const)(
    'has no accessibility problems and does not scroll sideways on %s',
    async (_, query, width, scheme) => {
      const page = await open(query, width, scheme);
      for (const fill of [false, true]) {
        for (const [id, html] of Object.entries(fill ? filled : {}))
          await page.locator(`#${id}`).evaluate((part, content) => part.setHTMLUnsafe(content), html);
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

  it('moves time without a script', async () => {
    const before = twin.clock.now();
    const response = await fetch(`${twin.addresses.api}/_local/clock`, {
      method: 'POST',
      body: new URLSearchParams({ advance: '1d' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(twin.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
  });

  it('opens the console as each of its people before anything else', async () => {
    const page = await open('');
    const [first] = await page.getByRole('navigation').getByRole('link').all();
    expect(await first?.innerText()).toContain('as Anna');
    expect(await first?.getAttribute('href')).toContain(
      '/_local/sign-in?as=anna%40kansrijk.test&to=%2Fconsole',
    );
    await page.getByText('Nothing failed for good.').waitFor();
    await page.getByText('Nobody now.').waitFor();
    await page.close();
  });

  it('shows what an anonymous visitor did, with the points it would bring', () => {
    expect(filled.live).toContain('9 points');
    expect(filled.live).toContain('ready for a call from 80');
    expect(filled.live).toMatch(/Prices <span class="quiet">no new points.*Prices <span class="quiet">\+3/s);
    expect(filled.live).toContain('and 1 more, earlier');
  });

  it('links to the very mail and the very message that it speaks of', () => {
    expect(filled.story).toContain('href="http://inbox/mails/m1?lang=en">Newest mail: Your guide');
    expect(filled.story).toContain('href="http://inbox/slack/4?lang=en">In Slack: Anouk is ready');
    expect(filled.live).toContain('href="http://inbox/mails/m2?lang=en">Anouk is ready for a call');
  });

  it('counts, and shows planned mails and whether they are paused', () => {
    for (const text of [
      '3 visitors',
      '100+ leads',
      '7 mails',
      'emma@groenteweb.example',
      '24 Nov 2026',
      'paused',
    ])
      expect(filled.live).toContain(text);
    expect(filled.failures).toContain('Slack answers 500');
  });
});
