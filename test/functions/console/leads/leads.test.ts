import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../shared/domain/console/viewer.ts';
import { type DirectoryRow, rowOf } from '../../../../shared/domain/identity/directory/row.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { hiddenPlacesOf } from '../../../../shared/domain/identity/search/hidden-places.ts';
import { logChanges } from '../../../../shared/store/identity/directory/log.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import { NOTHING } from '../../../../shared/store/identity/search/found-by.ts';
import { replaceRows } from '../../../../shared/store/identity/search/search-rows.ts';
import { readLog } from '../../../../shared/usecases/console/read-log.ts';
import { foldDirectory } from '../../../../shared/usecases/identity/directory/fold-directory.ts';
import { lead, NOW } from '../../../domain/builders.ts';
import { handover, someone } from '../../../domain/reports/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { hideBeginnings } from '../../../usecases/hide-beginnings.ts';
import { metered } from '../../../usecases/metered-table.ts';
import { testConsole, viewers } from '../test-console.ts';

const now = () => NOW;

/** The console over a table with these leads: number n is called Person n. */
async function consoleWith(viewer: Viewer, ...leads: (Partial<Lead> & { company?: string })[]) {
  const table = await memoryTable();
  await foldDirectory({ table, now }, {}, () => false);
  const rows = leads.map((more, n) => rowOf(lead({ id: someone(n), ...more })) as DirectoryRow);
  await logChanges(table, now, rows);
  for (const [n, { company = 'Acme' }] of leads.entries()) {
    const said = (value: string) => ({ value, at: NOW, source: 'form whitepaper', rank: 'form' as const });
    const values = { firstName: said('Person'), lastName: said(String(n)), company: said(company) };
    const profile = { id: someone(n), version: 1, email: `person${n}@acme.nl`, values };
    await putProfile(table, { ...profile, permissions: [], createdAt: NOW, locale: 'en' });
  }
  const test = await testConsole(viewer, { table });
  const text = async (query = '') => (await test.get(`/console/leads${query}`)).text();
  return { ...test, text, names: async (query = '') => namesIn(await text(query)) };
}

/** So many people, all called Person, of whom the last was handed over; the search knows them. */
async function crowdOf(size: number) {
  const crowd = Array.from({ length: size - 1 }, (): Partial<Lead> => ({ stage: 'lead' }));
  const test = await consoleWith(viewers.admin, ...crowd, { handover: handover(), stage: 'mql' });
  for (let n = 0; n < size; n++) {
    const hidden = hiddenPlacesOf(`person${n}@acme.nl`, hideBeginnings);
    await replaceRows(test.table, someone(n), NOTHING, { words: [String(n), 'acme', 'person'], hidden });
  }
  return test;
}

/** The numbers of the people on a page, in their order. */
const namesIn = (html: string) => [...html.matchAll(/>Person (\d+)</g)].map(([, n]) => Number(n));

describe('the list of leads', () => {
  it('has who each is, the score, the stage, the owner and why it is there, highest score first', async () => {
    const opened = handover({ to: 'anna', openedAt: '2026-11-20T12:00:00.000Z' });
    const { text, names } = await consoleWith(
      viewers.marketing,
      { score: 20, stage: 'lead' },
      { score: 90, stage: 'mql', handover: opened },
    );
    expect(await names()).toEqual([1, 0]);
    const page = await text();
    for (const words of [
      '2 leads',
      'person1@acme.nl · Acme',
      'handed over',
      'Anna',
      'handed over 2 days ago',
    ])
      expect(page).toContain(words);
    expect(await text('?lang=nl')).toContain('2 leads');
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'takes %s for a form or subject that nobody has',
    async (word) => {
      const { text } = await consoleWith(viewers.marketing, {});
      for (const filter of ['form', 'subject', 'campaign', 'owner', 'stage'])
        expect(await text(`?${filter}=${word}`)).toContain('<h1>');
    },
  );

  it('can be filtered and ordered by its address, and leaves out what cannot be', async () => {
    const { names } = await consoleWith(
      viewers.admin,
      { score: 10, fit: 'good', stage: 'lead' },
      { score: 20, fit: 'bad', stage: 'lead' },
      { score: 30, fit: 'good', stage: 'mql' },
    );
    expect(await names('?fit=good')).toEqual([2, 0]);
    expect(await names('?fit=good&stage=lead&q=')).toEqual([0]);
    expect(await names('?fit=nonsense&cursor=nonsense&order=&stage=mql')).toEqual([2]);
  });

  it('shows ten, and the others behind an address', async () => {
    const { text } = await consoleWith(
      viewers.admin,
      ...Array.from({ length: 12 }, (_, n) => ({ score: n })),
    );
    const first = await text('?order=score');
    expect(namesIn(first)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    const [, next = ''] = /href="\/console\/leads(\?[^"]*cursor=[^"]+)"/.exec(first) ?? [];
    expect(namesIn(await text(next.replaceAll('&amp;', '&')))).toEqual([1, 0]);
  });

  it('says what to do when nobody is found, and when there are no leads', async () => {
    const { text } = await consoleWith(viewers.admin, {});
    expect(await text('?fit=good')).toContain('Take a filter away');
    expect(await (await consoleWith(viewers.admin)).text()).toContain('There are no leads yet');
    expect(await (await consoleWith(viewers.sales)).text()).toContain('No lead was handed over yet');
  });

  it('puts the links to other languages in place with what it finds, so that they keep the search', async () => {
    const { text } = await consoleWith(viewers.marketing, {});
    const page = await text('?q=person');
    expect(page).toContain('hx-select-oob="#languages"');
    expect(page).toMatch(/<span id="languages"><a href="\/console\/leads\?q=person&amp;lang=nl"/);
  });

  it('says which text is too short to look for', async () => {
    const { text, names, get } = await consoleWith(viewers.admin, {}, {});
    expect(await text('?q=a')).toContain('at least two letters');
    expect(await names('?q=a')).toEqual([]);
    expect(await text('?q=a')).not.toContain('leads.csv');
    const file = await (await get('/console/leads.csv?q=a')).text();
    expect(file.trim().split('\n')).toHaveLength(1);
  });

  it('says when more people are called so than it shows, and what to type', async () => {
    const { text, get } = await crowdOf(101);
    const page = await text('?q=person');
    expect(page).toContain('100 leads');
    expect(page).toContain('only the first hundred are here, and the first thousand in the file');
    expect((await (await get('/console/leads.csv?q=person')).text()).trim().split('\r\n')).toHaveLength(102);
    const one = await text('?q=person100');
    expect(one).toContain('1 lead');
    expect(one).not.toContain('only the first');
  });

  it('finds the one among many who are called so that a filter means, for sales too', async () => {
    const { text, names, table } = await crowdOf(300);
    expect(await names('?q=person&stage=mql')).toEqual([299]);
    expect(await text('?q=person&stage=mql')).not.toContain('only the first');
    const sales = await testConsole(viewers.sales, { table });
    expect(namesIn(await (await sales.get('/console/leads?q=person')).text())).toEqual([299]);
    const file = await (await sales.get('/console/leads.csv?q=person')).text();
    expect(file.match(/person\d+@/g)).toEqual(['person299@']);
  });

  it('says when too many are called so to look through all, and reads only a hundred without a filter', async () => {
    const { text, table } = await crowdOf(11);
    // Lists are a moment behind what a search finds.
    for (let n = 11; n <= 1_000; n++)
      await replaceRows(table, someone(n), NOTHING, { words: ['person'], hidden: [] });
    expect(await text('?q=person&fit=unknown')).toContain(
      'only the first thousand of them were looked through',
    );
    const meter = metered(table);
    const test = await testConsole(viewers.admin, { table: meter });
    const cost = async (query: string) => {
      await test.get('/console/leads');
      meter.read = 0;
      await test.get(`/console/leads${query}`);
      return meter.read;
    };
    const list = await cost('');
    expect((await cost('?q=person')) - list).toBeLessThanOrEqual(3);
    expect((await cost('?q=person&fit=unknown')) - list).toBeLessThanOrEqual(18);
  });

  it('shows sales only what was handed over at some time, in the page and in the file', async () => {
    const { names, get } = await consoleWith(viewers.sales, {}, { handover: handover(), stage: 'mql' });
    expect(await names()).toEqual([1]);
    const file = await (await get('/console/leads.csv')).text();
    expect(file).toContain('person1@acme.nl');
    expect(file).not.toContain('person0@acme.nl');
  });

  it('is logged by the names of what was asked, never by what was typed', async () => {
    const { text, get, table } = await consoleWith(viewers.marketing, {});
    await text('?q=jansen&fit=good');
    await get('/console/leads.csv?fit=unknown');
    const { entries } = await readLog({ table, now }, viewers.admin, {}, { zone: 'UTC' });
    expect(entries).toMatchObject([
      { kind: 'leads-exported', who: 'sanne@kansrijk.test', detail: 'fit', count: 1 },
      { kind: 'leads-seen', who: 'sanne@kansrijk.test', detail: 'fit q' },
    ]);
  });

  it('costs at most six read units', async () => {
    const { table } = await consoleWith(viewers.admin, ...Array.from({ length: 30 }, () => ({})));
    const meter = metered(table);
    const { get } = await testConsole(viewers.admin, { table: meter });
    await get('/console/leads');
    meter.read = 0;
    await get('/console/leads?fit=unknown&order=activity');
    expect(meter.read).toBeLessThanOrEqual(6);
  });
});

describe('the file of the leads', () => {
  it('has all that the filter finds, without formulas, and commas where they belong', async () => {
    const company = '=cmd(), "Ltd"';
    const { get } = await consoleWith(viewers.admin, { fit: 'good', company }, { fit: 'bad' });
    const answer = await get('/console/leads.csv?fit=good');
    expect(answer.headers.get('content-disposition')).toContain('leads-2026-11-22.csv');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`person0@acme.nl,Person 0,"'=cmd(), ""Ltd""",`);
  });

  it('comes in parts that have each lead once', async () => {
    const { get } = await consoleWith(viewers.admin, ...Array.from({ length: 20 }, () => ({})));
    const parts = await Promise.all(
      [1, 2, 3].map(async (part) => (await get(`/console/leads.csv?part=${part}&of=3`)).text()),
    );
    const found = parts.flatMap((text) => [...text.matchAll(/person(\d+)@/g)].map(([, n]) => Number(n)));
    expect(found.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });
});

describe('the file of the leads, read on another day', () => {
  it('says the moment at which something was', async () => {
    const at = '2026-11-20T12:00:00.000Z';
    const { get } = await consoleWith(viewers.admin, { stage: 'lead', raisedAt: at });
    expect(await (await get('/console/leads.csv')).text()).toContain(`Asked to talk ${at}`);
  });
});

describe('why a lead is where it is', () => {
  const at = '2026-11-20T12:00:00.000Z';
  it.each<[Partial<Lead>, string]>([
    [{ stage: 'mql', handover: handover({ openedAt: at, told: 'reminder' }) }, 'The answer of sales is late'],
    [
      { stage: 'sal', handover: handover({ status: 'accepted', answer: { by: 'anna', at } }) },
      'Taken by sales 2 days ago',
    ],
    [
      { stage: 'lead', returned: { reason: 'not-ready', at, points: 0 } },
      'Returned by sales 2 days ago: not ready',
    ],
    [{ stage: 'lead', raisedAt: at }, 'Asked to talk 2 days ago'],
    [{ stage: 'customer', won: { value: 5, at } }, 'Became a customer'],
    [{ stage: 'lost', stageAt: at }, 'Lost 2 days ago'],
    [{ stage: 'lead', stalled: true }, 'Warm for long'],
    [{ stage: 'name' }, 'Not a lead yet'],
    [{ stage: 'name', fit: 'bad', score: 100 }, 'Does not fit, so it is not handed over'],
    [{ stage: 'lead', fit: 'unknown' }, 'Fit not known yet: '],
    [{ stage: 'lead', fit: 'good', score: 79 }, '1 point short of a call'],
    [{ stage: 'lead', fit: 'good', score: 85 }, 'Ready for sales'],
  ])('is said of %j: %s', async (more, words) => {
    const { text } = await consoleWith(viewers.admin, more);
    expect(await text()).toContain(words);
  });
});
