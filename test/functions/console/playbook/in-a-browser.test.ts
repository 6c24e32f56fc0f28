import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { readDraftFile } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { sharedBrowser } from '../../../browser.ts';
import { consoleSite } from '../console-site.ts';
import { viewers } from '../test-console.ts';
import { shippedFiles, tableWithPlaybook } from './playbook-console.ts';

let table: Table;
let site: Awaited<ReturnType<typeof consoleSite>>;
let page: Page;
/** What the policy of the pages refused, and what a script threw. */
let refused: string[];
beforeAll(async () => {
  table = await tableWithPlaybook();
  site = await consoleSite(viewers.marketing, table, { withEditor: true });
});
afterAll(() => site.stop());
beforeEach(async () => {
  refused = [];
  page = await (await sharedBrowser()).newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
});
afterEach(async () => {
  expect(refused).toEqual([]);
  await page.context().close();
});

const draftOf = async (path: string) => (await readDraftFile({ table }, viewers.marketing, path))?.text;
const editor = () => page.locator('.text-editor .cm-content');

async function problems() {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({ exclude: [['iframe']] }),
  );
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)]);
}

describe('the text of a file', () => {
  const open = async (path = 'scoring.yaml?view=text') => {
    await page.goto(`${site.url}/console/playbook/${path}`);
    await editor().waitFor();
  };

  it('says what is wrong at its line while somebody types, and is saved as it is written', async () => {
    const line = shippedFiles['scoring.yaml']?.split('\n').indexOf('cap: 100') ?? 0;
    await open(`scoring.yaml?view=text#line-${line + 1}`);
    await page.keyboard.press('End');
    for (let n = 0; n < 3; n++) await page.keyboard.press('Backspace');
    await page.keyboard.type('0');
    await page.locator('.cm-lintRange-error').waitFor();
    await page.locator('.cm-lintRange-error').hover();
    expect(await page.locator('.cm-tooltip-lint').textContent()).toContain('a whole number from 1 to 1000');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('110');
    await expect.poll(() => page.locator('.cm-lintRange-error').count()).toBe(0);
    await page.getByRole('button', { name: 'Save the draft' }).last().click();
    await page.locator('[role=status]').waitFor();
    expect(await draftOf('scoring.yaml')).toBe(shippedFiles['scoring.yaml']?.replace('cap: 100', 'cap: 110'));
  });

  it('suggests names, and tells what a setting does', async () => {
    await open('sequences.yaml?view=text');
    await editor().press('Control+End');
    await editor().press('Enter');
    await editor().pressSequentially('x:');
    await editor().press('Enter');
    await editor().pressSequentially('  start: { form: whi');
    await page.locator('.cm-tooltip-autocomplete li').first().waitFor();
    expect(await page.locator('.cm-tooltip-autocomplete').textContent()).toContain('whitepaper');
    await page.goto(`${site.url}/console/playbook/scoring.yaml?view=text#line-8`);
    await page.reload();
    await editor().waitFor();
    await page
      .locator('.cm-line', { hasText: /^windowDays: / })
      .locator('span')
      .first()
      .hover();
    expect(await page.locator('.explanation').textContent()).toContain('Points count for this many days');
  });

  it('is left with Esc and Tab', async () => {
    await open();
    await editor().focus();
    await editor().press('Escape');
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(focused).toBe('Save the draft');
  });

  it('works without a script', async () => {
    const context = await (await sharedBrowser()).newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${site.url}/console/playbook/fit.yaml?view=text`);
    await plain.locator('#text').fill(shippedFiles['fit.yaml']?.replace('goodTo: 1000', 'goodTo: 900') ?? '');
    await plain.locator('.save-bar button').first().click();
    await plain.locator('[role=status]').waitFor();
    expect(await draftOf('fit.yaml')).toContain('goodTo: 900');
    await context.close();
  });
});

describe('the form of a part', () => {
  it('adds a rule, and saves it', async () => {
    await page.goto(`${site.url}/console/playbook/scoring.yaml`);
    await page.getByRole('button', { name: '+ Page' }).click();
    await page.locator('[id="rules[9].name"]').fill('Careers');
    await page.locator('[id="rules[9].paths"]').fill('/jobs/*');
    await page.getByRole('button', { name: 'Move up: rule 10' }).click();
    expect(await page.inputValue('[id="rules[8].name"]')).toBe('Careers');
    await page.locator('.save-bar button').first().click();
    await page.locator('[role=status]').waitFor();
    expect(await draftOf('scoring.yaml')).toContain('- name: Careers');
  });

  it('shows a form beside it as it is typed', async () => {
    await page.goto(`${site.url}/console/playbook/forms.yaml?entry=contact`);
    await page.locator('[id="contact.title.en"]').fill('Shall we talk?');
    await page.getByRole('button', { name: 'Show as typed: English' }).click();
    await page.frameLocator('iframe[name=look]').getByRole('heading', { name: 'Shall we talk?' }).waitFor();
    expect(await page.inputValue('[id="contact.title.en"]')).toBe('Shall we talk?');
  });
});

const AT_A_DESK = [
  '',
  '/scoring.yaml',
  '/forms.yaml',
  '/fields.yaml',
  '/agreement.yaml',
  '/company.yaml',
  '/events.yaml',
  '/scoring.yaml?view=text',
];
const ON_A_PHONE = [
  ...[
    '/fit.yaml',
    '/sequences.yaml?entry=not-now',
    '/newsletter.yaml',
    '/mailing.yaml',
    '/sales.yaml',
    '/company.yaml',
  ],
  ...['/scoring.yaml?view=text', '/mails/tip-1.nl.md', '/versions/1'],
];

describe('the pages of the playbook', () => {
  it.each([
    ['a desk in the light', 1280, 'light', 'en', AT_A_DESK],
    ['a phone in the dark', 390, 'dark', 'nl', ON_A_PHONE],
  ] as const)('have no accessibility problems on %s', async (_, width, colorScheme, lang, paths) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const path of paths) {
      await page.goto(`${site.url}/console/playbook${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      if (path.includes('view=text')) await editor().waitFor();
      expect([path, await problems()]).toEqual([path, []]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, wide <= 0]).toEqual([path, true]);
    }
  });
});
