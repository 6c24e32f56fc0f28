import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../../infra/demo/website/site.tsx';
import { sharedBrowser } from '../../browser.ts';
import type { TrackedSite } from '../../web/tracking/tracker-site.ts';
import { startWebsite } from './website-in-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let site: TrackedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([sharedBrowser(), startWebsite()]);
});
afterAll(() => site.stop());

const screens = [
  {
    name: 'a desktop in the light',
    prefix: '',
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
  },
  { name: 'a phone in the dark', prefix: '/nl', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

describe.each(screens)('on $name', ({ prefix, viewport, colorScheme }) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ viewport, colorScheme });
  });
  afterAll(() => context.close());

  it.each(paths)(`${prefix}%s has no findings of axe and no scrolling sideways`, async (path) => {
    const page = await context.newPage();
    // The cookie bar is visible: nobody has decided yet.
    await page.goto(site.url + prefix + path, { waitUntil: 'load' });
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.close();
  });
});
