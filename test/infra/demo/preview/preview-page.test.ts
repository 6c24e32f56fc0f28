import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewRoutes } from '../../../../infra/demo/preview/preview-routes.ts';
import { findFreePorts } from '../../../../infra/local/ports.ts';
import { handlerOf, type Listening, listen } from '../../../../infra/local/serve.ts';
import type { LeadSummary } from '../../../../shared/contract/api.ts';
import { sharedBrowser } from '../../../browser.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'playbook-')), 'playbook');
const leads: LeadSummary[] = [
  {
    id: 'AAAAAAAAAAAAAAAAAAAAA1',
    email: 'anouk@fabriek.example',
    profile: { firstName: 'Anouk', employees: '50' },
    claims: [],
    consent: { mail: 'granted', tracking: 'granted', subjects: { tips: 'granted' }, proofs: [] },
    stage: 'lead',
    fit: { verdict: 'good', reasons: [], ask: [] },
    readiness: 'not-ready',
    score: { total: 12, band: 'newsletter' },
    handovers: [],
    enrolments: [],
    playbook: 1,
  },
];
let browser: Browser;
let server: Listening;
let url: string;

beforeAll(async () => {
  cpSync('shared/playbook', folder, { recursive: true });
  const port = await findFreePorts();
  url = `http://127.0.0.1:${port}`;
  const preview = previewRoutes({ playbook: folder, api: url, website: 'http://website.test' });
  preview.get('/api/leads', (c) => c.json({ leads, cursor: null }));
  server = await listen(handlerOf(preview), port, '127.0.0.1');
  browser = await sharedBrowser();
});
afterAll(() => server.stop());

async function open(query: string, more: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...more });
  await page.goto(`${url}/_local/preview${query}`);
  return page;
}

const inFrame = (page: Page, title: string) => page.frameLocator(`iframe[title="${title}"]`);

describe('the preview of mails', () => {
  it('shows the chosen mail, language and lead without a script', async () => {
    const page = await open('?lang=en', { javaScriptEnabled: false });
    await page.getByLabel('Mail', { exact: true }).selectOption('whitepaper');
    await page.getByLabel('Language of the mail').selectOption('Dutch');
    await page.getByLabel('Recipient').selectOption('anouk@fabriek.example');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(page.url()).not.toContain('anouk');
    const phone = inFrame(page, 'On a phone, light');
    await phone.getByText('Hallo Anouk,').waitFor();
    expect(await phone.getByRole('link', { name: 'Afmelden' }).count()).toBe(1);
    expect(await page.locator('pre').innerText()).toContain('Hallo Anouk,');
    expect(await page.locator('pre').innerText()).not.toContain('/confirm/');
    expect(await page.getByLabel('Recipient').inputValue()).toBe('AAAAAAAAAAAAAAAAAAAAA1');
    await page.close();
  });

  it('shows it for somebody who has not confirmed, and for somebody unknown', async () => {
    const page = await open('?lang=en&mail=whitepaper&locale=en');
    expect(await page.locator('pre').innerText()).toContain(`${url}/confirm/example`);
    await page.getByLabel('Recipient').selectOption('nobody');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('pre').innerText()).not.toContain('Noor');
    await page.close();
  });

  it('shows it in light and dark, whatever the browser prefers', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('?lang=en&mail=tip-1', { colorScheme });
      const colour = (title: string) =>
        inFrame(page, title)
          .locator('.card')
          .first()
          .evaluate((card) => getComputedStyle(card).backgroundColor);
      expect(await colour('On a computer, light')).toBe('rgb(255, 255, 255)');
      expect(await colour('On a computer, dark')).toBe('rgb(26, 36, 32)');
      await page.close();
    }
  });

  it.each([
    ['a desk in the light, in English', '?lang=en', 1280, 'light'],
    ['a phone in the dark, in Dutch', '?lang=nl&mail=tip-3', 360, 'dark'],
  ] as const)(
    'has no accessibility problems and does not scroll sideways on %s',
    async (_, query, width, colorScheme) => {
      const page = await open(query, { viewport: { width, height: 800 }, colorScheme });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run({ exclude: [['iframe']] }),
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.close();
    },
  );

  it('shows the file and line of a mistake, and keeps the choices', async () => {
    const file = join(folder, 'mails/aaa-new.nl.md');
    writeFileSync(file, '---\nsubject: Nieuw\n---\n\n# Hallo {{ voornaam }}\n');
    const page = await open('?lang=nl&mail=aaa-new');
    await page.getByRole('heading', { name: 'Dit moet eerst beter' }).waitFor();
    const mistakes = await page.locator('.mistakes').innerText();
    expect(mistakes).toMatch(/mails\/aaa-new\.nl\.md:5:\d+ .*voornaam/);
    expect(await page.getByLabel('Mail', { exact: true }).inputValue()).toBe('aaa-new');
    await page.close();
  });
});
