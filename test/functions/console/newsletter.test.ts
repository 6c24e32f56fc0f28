import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { getIssueStop } from '../../../shared/store/nurture/issue-stops.ts';
import type { Table } from '../../../shared/store/table.ts';
import { sharedBrowser } from '../../browser.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { somebody } from '../../usecases/nurture/sending.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { ORIGIN, testConsole, viewers } from './test-console.ts';

const once = {
  ...{ mail: 'guide-scoring', on: '2026-11-26', at: '14:00', subject: 'tips' },
  audience: { stage: ['lead' as const], knows: ['company'], notVisited: ['/pricing'] },
};
const old = { mail: 'newsletter-backwards', on: '2026-11-02', bands: ['ads' as const] };
const playbook = (): Playbook => ({ ...shippedPlaybook(), newsletter: [old, once] });
const PAGE = '/console/newsletter/2026-11-26/guide-scoring';

let table: Table;
let people: { lead: LeadId }[];
beforeEach(async () => {
  table = await memoryTable();
  const company = { company: { value: 'Acme', at: '2026-11-01T00:00:00.000Z', source: 'form demo' } };
  people = [await somebody(table, { profile: { values: company } }), await somebody(table)];
});
const consoleOf = (viewer: keyof typeof viewers = 'marketing') =>
  testConsole(viewers[viewer], { table, playbook: async () => playbook() });
const read = async (path: string, headers = {}) => (await (await consoleOf()).get(path, headers)).text();

describe('the newsletter and one-time mails', () => {
  it('are listed with when, to whom and how many at most', async () => {
    const page = await read('/console/newsletter');
    const [next = '', last = ''] = page.split('</tr>').slice(1);
    expect(next).toMatch(/26 November 2026 at 14:00.*Tips about leads and sales.*planned/s);
    expect(next).toMatch(/stage lead.*Company known.*did not see \/pricing/s);
    expect(next).toContain(`>${people.length}</td>`);
    expect(last).toMatch(/2 November 2026.*Newsletter.*band ads.*over/s);
    expect(await read('/console/mails')).toContain('href="/console/newsletter"');
    expect(await read('/console/mails')).toContain('Once, on 26 November 2026');
  });

  it('say how many they will reach, in both languages', async () => {
    const page = await read(PAGE);
    expect(page).toContain('1 person, if it went out now.');
    expect(page).toContain('2 gave permission and fit as far as lists know; all were looked at one by one.');
    expect(await read(PAGE, { 'accept-language': 'nl' })).toContain('1 persoon, als het nu uitging.');
    expect((await (await consoleOf()).get('/console/newsletter/2026-11-27/guide-scoring')).status).toBe(404);
  });

  it('say of a test how many take part, and when those are too few to see a usual difference', async () => {
    const variants = [{ name: 'short', mail: 'guide-handover' }];
    const measured = { measure: 'opened' as const, decide: { after: '4h' }, certainty: 0.95 };
    const test = { name: 'scoring', share: 0.2, ...measured, variants };
    const tested = { ...playbook(), newsletter: [{ ...once, test }] };
    const { get } = await testConsole(viewers.marketing, { table, playbook: async () => tested });
    const page = await (await get(PAGE)).text();
    expect(page).toContain('20% of them take part, at most 0 people with 2 variants');
    expect(page).toContain(
      'such as 30% against 35%: that takes 1,083 people for each variant, 2,166 together',
    );
    expect(await read(PAGE)).not.toContain('A test of variants');
  });

  it('are stopped and let go on by a button, and say who did it', async () => {
    const { get, post } = await consoleOf();
    const stopped = await post(PAGE, { action: 'stop' });
    expect([stopped.status, stopped.headers.get('location')]).toEqual([303, `${PAGE}?done=stop`]);
    expect(await getIssueStop(table, once)).toMatchObject({ state: 'stopped', by: 'Sanne' });
    const page = await (await get(`${PAGE}?done=stop`)).text();
    expect(page).toMatch(/Stopped\..*Stopped by Sanne, 22 Nov 2026/s);
    expect(page).toContain('Let it go on');
    expect(await (await post(PAGE, { action: 'stop' })).text()).toContain('A colleague was first');
    expect((await post(PAGE, { action: 'go-on' })).status).toBe(303);
    expect(await read(PAGE)).toContain('Let go on by Sanne');
  });

  it('cannot be stopped when they are over, nor by sales', async () => {
    const { get, post } = await consoleOf();
    const path = '/console/newsletter/2026-11-02/newsletter-backwards';
    expect(await (await get(path)).text()).not.toContain('<button type="submit" class="second">Stop it');
    const late = await post(path, { action: 'stop' });
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Its day is over')]);
    expect((await (await consoleOf('sales')).post(PAGE, { action: 'stop' })).status).toBe(403);
  });

  it('are readable on a phone and by everybody', async () => {
    const browser = await sharedBrowser();
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const { app } = await consoleOf();
    await page.route(`${ORIGIN}/**`, async (route) => {
      const answer = await app.request(route.request().url(), { headers: { 'accept-language': 'en' } });
      const headers = Object.fromEntries(answer.headers);
      delete headers['content-encoding'];
      await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
    });
    for (const path of ['/console/newsletter', PAGE]) {
      await page.goto(ORIGIN + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (window as never as { axe: typeof axe }).axe.run());
      expect(violations).toEqual([]);
    }
    await page.close();
  });
});
