import { beforeEach, describe, expect, it } from 'vitest';
import type { Deed } from '../../../shared/domain/console/log.ts';
import { applyChanges, emptyDirectory } from '../../../shared/domain/identity/directory/directory.ts';
import { type DirectoryRow, rowOf } from '../../../shared/domain/identity/directory/row.ts';
import { withCapture } from '../../../shared/domain/identity/profile.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { readLog } from '../../../shared/usecases/console/read-log.ts';
import { keepFindable } from '../../../shared/usecases/identity/search/keep-findable.ts';
import { LEAD, lead, NOW, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../../usecases/hide-beginnings.ts';
import { HANDOVER } from '../../web/handover/dossier/example.ts';
import { consoleWithSignIn } from './browser.ts';
import { testConsole, viewers } from './test-console.ts';

const now = () => NOW;
const [ANNA, ADMIN] = ['anna@kansrijk.test', 'admin@kansrijk.test'];

let table: Table;
beforeEach(async () => {
  table = await memoryTable();
});

/** The console of a role, in which one lead of acme.nl was handed over to Anna, or never. */
async function consoleOf(role: keyof typeof viewers, { isHandedOver = true } = {}) {
  const event = submission('contact', { handRaise: true, email: 'ann@acme.nl', values: { company: 'Acme' } });
  const profile = { ...withCapture(undefined, LEAD, event), version: 1 };
  const handover = isHandedOver ? { handover: { ...HANDOVER, to: 'anna' } } : {};
  const one = lead({ stage: 'mql', interest: true, version: 1, ...handover });
  await putProfile(table, profile);
  await putLead(table, one);
  await keepFindable({ table, now, hideBeginnings }, profile);
  const directory = emptyDirectory();
  applyChanges(directory, [rowOf(one) as DirectoryRow]);
  return testConsole(viewers[role], { table, directory: async () => directory });
}

/** What the log says, oldest first. */
async function logged(): Promise<Deed[]> {
  const { entries } = await readLog(
    { table, now: () => '2026-12-31T00:00:00.000Z' },
    viewers.admin,
    {},
    { zone: 'UTC' },
  );
  return entries.toReversed().map(({ at: _, ...entry }) => entry);
}

describe('the log has who saw others in bulk', () => {
  it.each([
    ['/console/handovers', { detail: 'handovers open' }],
    ['/console/handovers?overdue', { detail: 'handovers overdue' }],
    ['/console/companies?q=acme', { detail: 'companies q' }],
    ['/console/companies/acme.nl', { detail: 'company', about: LEAD }],
  ])('on %s, once when it is opened again', async (path, more) => {
    const { get } = await consoleOf('sales');
    for (let n = 0; n < 2; n++) expect((await get(path)).status).toBe(200);
    expect(await logged()).toEqual([{ kind: 'leads-seen', who: ANNA, ...more }]);
  });

  it.each(['/console', '/console/mine', '/console/companies'])('and not what is theirs: %s', async (path) => {
    await (await consoleOf('sales')).get(path);
    expect(await logged()).toEqual([]);
  });
});

describe('the log has who changed whose turn it is', () => {
  const days = { from: '2028-02-01', to: '2028-02-03' };

  it('by being away and back, and nothing of what was refused', async () => {
    const { post } = await consoleOf('sales');
    const said = [
      { action: 'away', from: days.to, to: days.from },
      { action: 'away', ...days },
    ];
    for (const form of [...said, { action: 'back', ...days }, { action: 'back', ...days }])
      await post('/console/mine', form);
    const change = { kind: 'absence-changed', who: ANNA, about: 'anna' };
    expect((await logged()).sort((a, b) => ((a.detail ?? '') < (b.detail ?? '') ? -1 : 1))).toEqual([
      { ...change, detail: 'away' },
      { ...change, detail: 'back' },
    ]);
  });

  it('by passing on what they have: how many to whom, and each', async () => {
    const { post } = await consoleOf('sales');
    await post('/console/mine', { action: 'pass-on', to: 'nobody', why: '', _key: 'k' });
    expect(await logged()).toEqual([]);
    await post('/console/mine', { action: 'pass-on', to: 'bram', why: 'Ann is ill', _key: 'k' });
    const all = await logged();
    expect(all).toEqual(
      expect.arrayContaining([
        { kind: 'leads-passed-on', who: ANNA, about: 'bram', count: 1 },
        { kind: 'lead-changed', who: ANNA, about: LEAD, detail: 'assign' },
      ]),
    );
    expect(JSON.stringify(all)).not.toContain('ill');
  });
});

describe('the log has who was refused', () => {
  it.each([
    [`/console/leads/${LEAD}`, 404, 'GET /console/leads/:id'],
    [`/console/leads/${LEAD}?day=2026-11-20`, 404, 'GET /console/leads/:id'],
    [`/console/leads/${LEAD}/values`, 404, 'GET /console/leads/:id/values'],
    [`/console/leads/${LEAD}/answer`, 403, 'GET /console/leads/:id/answer'],
    ['/console/companies/acme.nl', 404, 'company'],
  ])('a lead that sales may not see: %s', async (path, status, detail) => {
    const { get } = await consoleOf('sales', { isHandedOver: false });
    expect((await get(path)).status).toBe(status);
    expect(await logged()).toEqual([{ kind: 'refused', who: ANNA, about: LEAD, detail }]);
  });

  it('nothing about a lead that is not there', async () => {
    const { get } = await consoleOf('sales');
    expect((await get(`/console/leads/${'x'.repeat(22)}`)).status).toBe(404);
    expect((await get('/console/companies/unknown.nl')).status).toBe(404);
    expect(await logged()).toEqual([]);
  });

  it('a sign-in of somebody who is not listed', async () => {
    const test = consoleWithSignIn(table);
    test.issuer.says({ result: 'identified', email: 'Eve@else.test', name: 'Eve' });
    for (let n = 0; n < 2; n++) expect((await test.browser().signsIn()).status).toBe(403);
    expect(await logged()).toEqual([{ kind: 'refused', who: 'eve@else.test', detail: 'sign-in' }]);
  });

  it('a form of another website with the session of a colleague, and none without a session', async () => {
    const test = consoleWithSignIn(table);
    const foreign = { origin: 'https://evil.test' };
    const path = `/console/leads/${LEAD}/erase`;
    expect((await test.browser().post(path, {}, foreign)).status).toBe(403);
    test.issuer.says({ result: 'identified', email: ADMIN, name: 'Ada' });
    const browser = test.browser();
    await browser.signsIn();
    expect(await logged()).toEqual([]);
    expect((await browser.post(path, {}, foreign)).status).toBe(403);
    const detail = 'POST /console/leads/:id/erase foreign-origin';
    expect(await logged()).toEqual([{ kind: 'refused', who: ADMIN, about: LEAD, detail }]);
  });
});

it('can be looked through for each kind, in the words of both languages', async () => {
  await (await consoleOf('sales')).get('/console/companies/acme.nl');
  const admin = await testConsole(viewers.admin, { table });
  const page = await (await admin.get('/console/log?kind=absence-changed')).text();
  expect(page).toMatch(/<option value="absence-changed" selected[^>]*>said when they are away/);
  expect(page).not.toContain(ANNA);
  expect(await (await admin.get('/console/log?lang=nl')).text()).toContain('gaf eigen leads door');
});
