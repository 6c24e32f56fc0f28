import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../../browser.ts';
import { type Mail, Person, type System, sharedSystem } from '../system.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
/** More stops of the Tab key than any page has before what somebody looks for. */
const MOST_STOPS = 150;

let system: System;
let asker: Person;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  system = await sharedSystem();
  asker = new Person(system);
  await asker.sendsIn('contact', {
    name: 'Nora Prins',
    message: 'Can somebody call me?',
    phone: '0612345678',
  });
  const warm = new Person(system);
  await warm.sendsIn('whitepaper', { firstName: 'Wim', employees: '180', company: 'Meubels' });
  await system.settled();
});
afterAll(() => Promise.all(contexts.map((context) => context.close())));

/** The console on a phone, signed in as somebody. */
async function consoleOf(name: string): Promise<Page> {
  const browser = await sharedBrowser();
  // Axe is put into the pages from outside, which their policy forbids.
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', bypassCSP: true });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${system.url}/_local/sign-in?as=${name}@kansrijk.test&to=/console`);
  return page;
}

/** Moves the focus there with the Tab key alone. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key never gets there');
}

/** Presses Enter on something that the keyboard can reach, and waits for the page that follows. */
async function open(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function unfold(page: Page, name: string): Promise<void> {
  await reach(page, page.locator('#answer summary', { hasText: name }));
  await page.keyboard.press('Enter');
}

describe('sales, on a phone and with the keyboard alone', () => {
  it('finds who asked for a call, takes the lead, logs the call and gives it to a colleague', async () => {
    const anna = await consoleOf('anna');
    await open(anna, anna.getByRole('link', { name: 'Nora Prins' }).first());
    expect(await anna.textContent('main')).toContain('Can somebody call me?');
    await anna.evaluate(() => document.body.setAttribute('data-mark', 'never loaded anew'));

    await open(anna, button(anna, 'Accept the lead'));
    expect((await system.lead(asker.email)).stage).toBe('sal');

    await unfold(anna, 'Log a call');
    await reach(anna, anna.locator('#call-outcome'));
    await anna.keyboard.press('Space');
    await open(anna, button(anna, 'Log it'));

    await unfold(anna, 'Give to a colleague');
    await reach(anna, anna.locator('#assign-to'));
    await anna.keyboard.type('Bram');
    await reach(anna, anna.locator('#assign-why'));
    await anna.keyboard.type('Speaks Dutch.');
    await open(anna, button(anna, 'Give the lead'));
    expect(await anna.getAttribute('body', 'data-mark')).toBe('never loaded anew');
    await system.settled();

    const bram = await consoleOf('bram');
    await bram.goto(`${system.url}/console/mine`);
    expect(await bram.textContent('main')).toMatch(/To qualify \(\d+\)[\s\S]*Nora Prins/);
    expect(await bram.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const told = await system.local<{ subject: string }[]>('/mails?to=bram@kansrijk.test');
    expect(told.map(({ subject }) => subject)).toContain('Anna gave Nora Prins to Bram');
  });
});

describe('marketing', () => {
  it('opens the leads of good fit that are not ready, and sees why each is there', async () => {
    const sanne = await consoleOf('sanne');
    await sanne.goto(`${system.url}/console/leads?fit=good&readiness=not-ready`);
    const list = await sanne.textContent('main');
    expect(list).toContain('Wim');
    expect(list).toMatch(/points short of a call/);
    expect(list).not.toContain('Nora Prins');
  });

  it('reads a mail in their own inbox while they work on it, and what they typed stays', async () => {
    const sanne = await consoleOf('sanne');
    await sanne.goto(`${system.url}/console/playbook/mails/tip-1.en.md`);
    await sanne.locator('#body').fill('# Typed by Sanne\n\nFor {{ firstName | default: "you" }}.');
    await reach(sanne, sanne.locator('#person'));
    await sanne.selectOption('#person', 'foreign');
    await reach(sanne, button(sanne, 'Send me a test'));
    await sanne.keyboard.press('Enter');
    await sanne.getByText('The test was sent to sanne@kansrijk.test').waitFor();
    expect(await sanne.inputValue('#body')).toContain('# Typed by Sanne');
    expect(await sanne.inputValue('#person')).toBe('foreign');
    expect(await sanne.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await system.settled();
    const read = await system.local<Mail[]>('/mails?to=sanne@kansrijk.test');
    const tests = read.filter(({ subject }) => subject.startsWith('[Test] '));
    expect(tests).toMatchObject([{ to: ['sanne@kansrijk.test'] }]);
    expect(tests[0]?.text).toContain('For Žofia 王.');
    expect(tests[0]?.html).toContain('/unsubscribe/example');
  });
});

describe('the pages of the console', () => {
  it('have no finding of axe, light and dark, and fit on a phone', async () => {
    const page = await consoleOf('admin');
    const { id } = await system.lead(asker.email);
    const paths = [
      ...['', '/mine', '/handovers', '/leads', `/leads/${id}`, '/companies/company.nl', '/mails'],
      ...['/leads/add', `/leads/${id}/values`],
      ...['/reports/framework', '/reports/funnel', '/reports/mails', '/people', '/keys', '/log'],
    ];
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${system.url}/console${path}`);
      await page.evaluate(AXE);
      expect(await findings(page, {}), path).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findings(page, { runOnly: ['color-contrast'] }), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    }
  });
});

function findings(page: Page, options: object): Promise<string[]> {
  return page.evaluate(async (given) => {
    // biome-ignore lint/suspicious/noExplicitAny: put into the page as a script
    const { violations } = await (globalThis as any).axe.run({ resultTypes: ['violations'], ...given });
    return violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id} ${nodes[0]?.html}`,
    );
  }, options);
}
