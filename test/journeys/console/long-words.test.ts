import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../../browser.ts';
import { Person, type System, sharedSystem } from '../system.ts';

const WORD = 'Aansprakelijkheidswaardevaststellingsveranderingen';
const DOMAIN = `${'zeer-lange-naam-van-een-'.repeat(2)}bedrijf.nl`;

let system: System;
let person: Person;
let page: Page;

beforeAll(async () => {
  system = await sharedSystem();
  person = new Person(system, `${crypto.randomUUID().replaceAll('-', '')}-met-een-lang-adres@${DOMAIN}`);
  await person.sendsIn('whitepaper', { firstName: WORD, lastName: WORD, employees: '50', company: WORD });
  await person.reads('/pricing', `/guides/${WORD}`);
  await person.sendsIn('contact', { name: `${WORD} ${WORD}`, message: WORD + WORD, phone: '0612345678' });
  await system.settled();
  page = await (await sharedBrowser()).newPage({ viewport: { width: 390, height: 844 } });
});
afterAll(() => page?.close());

describe('a lead with long names, words and addresses', () => {
  it('fits on a phone, on every page that shows it', async () => {
    await page.goto(`${system.url}/_local/sign-in?as=admin@kansrijk.test&to=/console`);
    const { id } = await system.lead(person.email);
    const day = new Date(system.twin.clock.now()).toISOString().slice(0, 10);
    const lead = `/leads/${id}`;
    const paths = [
      ...[lead, `${lead}?day=${day}`, `${lead}/answer`, `${lead}/values`, `${lead}/erase`],
      ...['', '/handovers', '/leads', `/companies/${DOMAIN}`, `/leads?q=${WORD}`],
    ];
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(`${system.url}/console${path}`);
      expect(await page.textContent('main'), path).toContain(path.startsWith('/companies') ? DOMAIN : WORD);
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
      });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) wide.push(`${path}: ${width}`);
    }
    expect(wide).toEqual([]);
  });
});
