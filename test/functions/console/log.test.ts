import { describe, expect, it } from 'vitest';
import type { Deed } from '../../../shared/domain/console/log.ts';
import { plus } from '../../../shared/domain/time.ts';
import { recordLog } from '../../../shared/usecases/console/record-log.ts';
import { NOW } from '../../domain/builders.ts';
import { testConsole, viewers } from './test-console.ts';

const HOUR = 3_600_000;

async function logOf(...deeds: (Deed & { who?: string; isKey?: true; ago?: number })[]) {
  const test = await testConsole();
  for (const [n, { who = 'anna@kansrijk.test', isKey, ago = n, ...deed }] of deeds.entries())
    await recordLog(
      { table: test.table, now: () => plus(NOW, -ago * HOUR) },
      { who, ...(isKey && { isKey }) },
      deed,
    );
  const text = async (query = '', path = '/console/log') => (await test.get(path + query)).text();
  return { ...test, text };
}

describe('the page with the log', () => {
  it('says in a sentence who did what, newest first', async () => {
    const { text } = await logOf(
      { kind: 'lead-erased', about: 'lead-1' },
      { kind: 'leads-seen', who: 'CRM', isKey: true, detail: 'stage' },
    );
    const page = await text();
    expect(page).toMatch(/erased a lead[\s\S]+href="\/console\/leads\/lead-1"[\s\S]+API key CRM/);
    expect(await text('?lang=nl')).toContain('bekeek een lijst met leads');
  });

  it('says so when there is nothing', async () => {
    expect(await (await logOf()).text()).toContain('Nothing was found');
  });

  it('is filtered by person, kind, lead and day of the reader, and keeps what was asked', async () => {
    const { text } = await logOf(
      { kind: 'lead-erased', about: 'lead-1' },
      { kind: 'lead-changed', about: 'lead-2', who: 'bram@kansrijk.test', ago: 12.5 },
      { kind: 'lead-changed', about: 'lead-3', ago: 13.5 },
    );
    const shown = async (query: string) =>
      [...(await text(query)).matchAll(/leads\/(lead-\d)"/g)].map(([, id]) => id);
    expect(await shown('?who=bram')).toEqual(['lead-2']);
    expect(await shown('?kind=lead-changed')).toEqual(['lead-2', 'lead-3']);
    expect(await shown('?about=lead-1')).toEqual(['lead-1']);
    // In Amsterdam the day began an hour before that of UTC.
    expect(await shown('?day=2026-11-22')).toEqual(['lead-1', 'lead-2']);
    expect(await shown('?day=2026-11-21')).toEqual(['lead-3']);
    for (const day of ['2026-99-99', '2026-02-31', '0000-00-00'])
      expect(await shown(`?day=${day}&kind=nonsense&cursor=x`)).toHaveLength(3);
    expect(await text('?who=%22bram')).toContain('value="&quot;bram"');
  });

  it('goes on to older entries', async () => {
    const { text } = await logOf(
      ...Array.from({ length: 51 }, (_, n) => ({ kind: 'lead-changed', about: `lead-${n}` }) as const),
    );
    const first = await text();
    expect(first).not.toContain('lead-50');
    const [, older = ''] = /href="\/console\/log(\?cursor=[^"]+)"/.exec(first) ?? [];
    expect(await text(older)).toContain('lead-50');
  });

  it('names what was asked of a list in words, in each language', async () => {
    const { text, get } = await logOf({ kind: 'leads-exported', detail: 'counted q', count: 5 });
    expect(await text()).toContain('number of a report, search</span>');
    expect(await text('?lang=nl')).toContain('aantal uit een rapport, zoekterm</span>');
    expect(await (await get('/console/log.csv?lang=en')).text()).toContain('"number of a report, search",5');
  });

  it('is a file too, and the file is in the log', async () => {
    const { text, get } = await logOf({ kind: 'key-made', about: '=cmd()', detail: 'reports' });
    const file = await get('/console/log.csv?kind=key-made');
    expect(file.headers.get('content-disposition')).toContain('log-2026-11-22.csv');
    expect(await file.text()).toContain(`${NOW},anna@kansrijk.test,made an API key,'=cmd(),reports,`);
    expect(await text()).toContain('exported this log');
  });
});

it('has what a role was refused', async () => {
  const test = await testConsole(viewers.sales);
  for (const path of ['/console/log', '/console/log.csv', '/console/keys'])
    expect((await test.get(path)).status).toBe(403);
  const admin = await testConsole(viewers.admin, { table: test.table });
  const page = await (await admin.get('/console/log?kind=refused')).text();
  expect(page).toContain('anna@kansrijk.test');
  expect(page).toContain('GET /console/keys');
});

it('has each report that somebody took along as a file', async () => {
  const test = await testConsole(viewers.marketing);
  await test.get('/console/reports/funnel.csv?by=campaign');
  const admin = await testConsole(viewers.admin, { table: test.table });
  expect(await (await admin.get('/console/log')).text()).toMatch(
    /sanne@[\s\S]+exported a report[\s\S]+funnel/,
  );
});
