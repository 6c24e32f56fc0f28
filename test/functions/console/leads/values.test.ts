import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '../../../../shared/domain/console/viewer.ts';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import { withCapture } from '../../../../shared/domain/identity/profile.ts';
import { leadIdFrom } from '../../../../shared/gateways/identity/lead-id.ts';
import { randomId } from '../../../../shared/gateways/random-id.ts';
import { putLead } from '../../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { leadEvents } from '../../../../shared/store/tracking/history.ts';
import { eraseLead } from '../../../../shared/usecases/identity/erase-lead.ts';
import { scoreLead } from '../../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { lead, NOW, submission } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { someLead } from '../../../store/new-table.ts';
import { refusingTo } from '../../../usecases/faulty-table.ts';
import { hideBeginnings } from '../../../usecases/hide-beginnings.ts';
import { jobsOf } from '../../../usecases/job-system.ts';
import { shippedPlaybook } from '../../../web/handover/dossier/example.ts';
import { testConsole, viewers } from '../test-console.ts';

let table: Table;
beforeEach(async () => {
  table = await memoryTable();
});

const everybody = Object.values(viewers);
const open = (viewer: Viewer) => testConsole(viewer, { table });

/** A lead that was handed over, or not, with some values. */
async function somebody({ isWithSales = true } = {}): Promise<LeadId> {
  const id = someLead();
  const opened = { number: 1, openedAt: NOW, playbook: 1, score: 80, token: 'token' };
  const handover = { ...opened, reason: 'threshold', status: 'open' } as const;
  await putLead(table, lead({ id, ...(isWithSales && { stage: 'mql', handover }) }));
  const values = { company: 'Acme & Co', employees: '50' };
  await putProfile(table, { ...withCapture(undefined, id, submission('demo', { values })), version: 1 });
  return id;
}

async function score(id: LeadId) {
  const system = { table, now: () => NOW, newToken: randomId, hideBeginnings };
  const playbook = async () => shippedPlaybook();
  await scoreLead({ ...system, playbook }, id, await leadEvents(table, id));
}

/** The fields of the form on a page, as a browser sends them. */
function fieldsIn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => {
    const [name = '', value = ''] = ['name', 'value'].map(
      (attribute) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1],
    );
    return [name, value.replaceAll('&amp;', '&')];
  });
  return Object.fromEntries(inputs);
}

const saidOf = async (id: LeadId) => (await leadEvents(table, id)).filter(({ type }) => type === 'import');

describe('the values on the page of a lead', () => {
  it.each(everybody)('are changed by $role, and shown with who said them', async (viewer) => {
    const id = await somebody();
    const console = await open(viewer);
    const page = await (await console.get(`/console/leads/${id}`)).text();
    expect(page).toContain(`href="/console/leads/${id}/values"`);
    const form = fieldsIn(await (await console.get(`/console/leads/${id}/values`)).text());
    expect(form['value.company']).toBe('Acme & Co');
    expect(form).not.toHaveProperty('value.message');
    const changed = { ...form, 'value.company': 'Acme BV', 'value.employees': '' };
    const answer = await console.post(`/console/leads/${id}/values`, changed);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/console/leads/${id}?done=values`,
    ]);
    await score(id);
    const html = await (await console.get(answer.headers.get('location') ?? '')).text();
    expect(html).toContain('Saved.');
    expect(html).toContain('Acme BV');
    expect(html).toContain(`Last changed by ${viewer.name}`);
    expect(html).toContain(`${viewer.name} changed what we know`);
    expect(html).toContain('Number of employees: nothing is known');
    expect(html).toContain('Number of employees: 50');
  });

  it('are refused beside the field, with all that was typed', async () => {
    const id = await somebody();
    const console = await open(viewers.marketing);
    const form = fieldsIn(await (await console.get(`/console/leads/${id}/values`)).text());
    const typed = { ...form, 'value.employees': 'many', 'value.company': 'Acme BV' };
    const answer = await console.post(`/console/leads/${id}/values`, typed);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Fill in a whole number');
    expect(html).toContain('aria-describedby="value.employees-wrong"');
    expect(fieldsIn(html)).toMatchObject({ 'value.company': 'Acme BV', 'shown.company': 'Acme & Co' });
    expect(await saidOf(id)).toEqual([]);
  });

  it('show both when a colleague was first, keep what was typed, and are saved by who saw that', async () => {
    const id = await somebody();
    const console = await open(viewers.marketing);
    const form = fieldsIn(await (await console.get(`/console/leads/${id}/values`)).text());
    const admin = await open(viewers.admin);
    const theirs = { ...form, _key: 'theirs', 'value.company': 'Theirs', 'value.employees': '60' };
    await admin.post(`/console/leads/${id}/values`, theirs);
    const answer = await console.post(`/console/leads/${id}/values`, { ...form, 'value.company': 'Mine' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('Now it says “Theirs”, by Admin');
    const again = fieldsIn(html);
    expect(again).toMatchObject({
      ...{ 'value.company': 'Mine', 'shown.company': 'Theirs' },
      ...{ 'value.employees': '60', 'shown.employees': '60' },
    });
    expect((await console.post(`/console/leads/${id}/values`, again)).status).toBe(303);
    const said = await saidOf(id);
    expect(said.map((event) => event.type === 'import' && event.values)).toEqual(
      expect.arrayContaining([{ company: 'Theirs', employees: '60' }, { company: 'Mine' }]),
    );
  });

  it('say so when nothing was changed', async () => {
    const id = await somebody();
    const console = await open(viewers.sales);
    const form = fieldsIn(await (await console.get(`/console/leads/${id}/values`)).text());
    const answer = await console.post(`/console/leads/${id}/values`, form);
    const html = await (await console.get(answer.headers.get('location') ?? '')).text();
    expect(html).toContain('You changed nothing');
  });

  it('are neither shown to nor changed by sales before the lead was handed over', async () => {
    const id = await somebody({ isWithSales: false });
    const console = await open(viewers.sales);
    const form = { 'shown.company': 'Acme & Co', 'value.company': 'Mine' };
    for (const answer of [
      await console.get(`/console/leads/${id}/values`),
      await console.post(`/console/leads/${id}/values`, form),
    ]) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('Acme');
    }
    expect(await saidOf(id)).toEqual([]);
  });

  it('are not lost when the table does not answer', async () => {
    const id = await somebody();
    const console = await testConsole(viewers.sales, { table: refusingTo('PutItem', table) });
    const form = { 'shown.company': 'Acme & Co', 'value.company': 'Mine' };
    const answer = await console.post(`/console/leads/${id}/values`, form);
    expect(answer.status).toBe(503);
    expect(fieldsIn(await answer.text())).toMatchObject(form);
  });
});

describe('the page that adds a person', () => {
  const ADD = '/console/leads/add';
  const EMAIL = 'eva@acme.test';
  const eva = leadIdFrom('key of tests')(EMAIL);
  const person = { _key: 'key', email: EMAIL, source: 'Fair', 'value.company': 'Acme' };
  const given = {
    wording: 'Yes, mail me',
    page: 'Our stand',
    on: '2026-11-20',
    subject: 'tips',
    confirm: 'on',
  };

  it.each(everybody)('is for $role, and leads there from the list', async (viewer) => {
    const console = await open(viewer);
    expect(await (await console.get('/console/leads')).text()).toContain(`href="${ADD}"`);
    const html = await (await console.get(ADD)).text();
    expect(html.includes('this person goes to marketing first')).toBe(viewer.role === 'sales');
    expect(html).toMatch(/type="date" max="2026-11-22" value="2026-11-22"/);
    expect(html).toMatch(/name="confirm" checked/);
  });

  it('says which questions have to be answered', async () => {
    const html = await (await (await open(viewers.marketing)).get(`${ADD}?lang=nl`)).text();
    for (const field of ['email', 'source'])
      expect(html).toMatch(new RegExp(`for="${field}">[^<]+<span class="quiet"> \\(verplicht\\)</span>`));
    expect(html.match(/verplicht/g)).toHaveLength(2);
  });

  it('folds away what no form asks, until something stands there', async () => {
    const console = await open(viewers.sales);
    expect(await (await console.get(ADD)).text()).toContain('<details><summary>More</summary>');
    const answer = await console.post(ADD, { 'value.sector': 'Transport' });
    expect(await answer.text()).toContain('<details open=""><summary>More</summary>');
  });

  it('leads marketing to the lead, with who added it and the permission in its words', async () => {
    const console = await open(viewers.marketing);
    const answer = await console.post(ADD, { ...person, ...given, interest: 'A demo' });
    expect(answer.headers.get('location')).toBe(`/console/leads/${eva}?done=added`);
    await score(eva);
    const html = await (await console.get(answer.headers.get('location') ?? '')).text();
    expect(html).toContain('If we knew this person already');
    expect(html).toContain('Added by Sanne: Fair');
    expect(html).toContain('Company: Acme');
    expect(html).toContain('Yes, mail me');
    expect(html).toContain('not confirmed');
  });

  it('says that the person is still being added', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const console = await open(viewers.marketing);
    const { headers } = await console.post(ADD, person);
    let html: string | undefined;
    const reading = (async () => {
      html = await (await console.get(headers.get('location') ?? '')).text();
    })();
    while (html === undefined) await vi.advanceTimersByTimeAsync(100);
    await reading;
    vi.useRealTimers();
    expect(html).toContain('This person is being added');
    expect(html).not.toContain('eva@');
  });

  it('tells sales what becomes of it, and shows the lead that is with sales already', async () => {
    const console = await open(viewers.sales);
    const first = await console.post(ADD, person);
    expect([first.status, first.headers.get('location')]).toEqual([303, `${ADD}?done=1`]);
    expect(await (await console.get(`${ADD}?done=1`)).text()).toContain('the person is with marketing now');
    expect(await saidOf(eva)).toMatchObject([{ by: 'anna', values: { company: 'Acme' } }]);
  });

  it('adds once what is sent twice', async () => {
    const console = await open(viewers.admin);
    await Promise.all([console.post(ADD, person), console.post(ADD, person)]);
    expect(await saidOf(eva)).toHaveLength(1);
  });

  it.each([
    ['no address', { email: '' }, 'email'],
    ['no such address', { email: 'eva' }, 'email'],
    ['no source', { source: ' ' }, 'source'],
    ['a wrong number', { 'value.employees': 'many' }, 'value.employees'],
    ['no page', { ...given, page: '' }, 'page'],
    ['no wording', { ...given, wording: '' }, 'wording'],
    ['no subject', { ...given, subject: '' }, 'subject'],
    ['no day', { ...given, on: 'yesterday' }, 'on'],
    ['a day to come', { ...given, on: '2026-11-23' }, 'on'],
  ])('refuses %s beside the field, and keeps what was typed', async (_, wrong, field) => {
    const console = await open(viewers.marketing);
    const answer = await console.post(ADD, { ...person, interest: 'A "demo"', ...wrong });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect([...html.matchAll(/id="([\w.]+)-wrong"/g)].map(([, name]) => name)).toEqual([field]);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain('value="A &quot;demo&quot;"');
    expect(fieldsIn(html)).toMatchObject({ _key: 'key', 'value.company': 'Acme' });
    expect(await saidOf(eva)).toEqual([]);
  });

  it('says why an erased person is not added', async () => {
    const console = await open(viewers.marketing);
    await console.post(ADD, person);
    await score(eva);
    await eraseLead(
      jobsOf(table, () => NOW),
      eva,
    );
    const answer = await console.post(ADD, { ...person, _key: 'another' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('This person was erased');
    expect(fieldsIn(html)).toMatchObject({ email: EMAIL });
  });

  it('speaks Dutch', async () => {
    const html = await (await (await open(viewers.sales)).get(`${ADD}?lang=nl`)).text();
    expect(html).toContain('Voeg iemand toe');
    expect(html).toContain('Aantal medewerkers');
  });
});
