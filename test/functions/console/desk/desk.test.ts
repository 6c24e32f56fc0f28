import { beforeEach, describe, expect, it } from 'vitest';
import { presentOn, withAbsences } from '../../../../shared/domain/handover/routing/present.ts';
import { applyChanges, emptyDirectory } from '../../../../shared/domain/identity/directory/directory.ts';
import { type DirectoryRow, rowOf } from '../../../../shared/domain/identity/directory/row.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { withCapture } from '../../../../shared/domain/identity/profile.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { absencesOf, putAbsences } from '../../../../shared/store/handover/absences.ts';
import { actionsOf } from '../../../../shared/store/handover/actions.ts';
import { getLead, putLead } from '../../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { readLog } from '../../../../shared/usecases/console/read-log.ts';
import { LEAD, lead, NOW, submission } from '../../../domain/builders.ts';
import { someone } from '../../../domain/reports/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { HANDOVER, shippedPlaybook } from '../../../web/handover/dossier/example.ts';
import { ORIGIN, testConsole, viewers } from '../test-console.ts';

const PAGE = `/console/leads/${LEAD}/answer`;
let table: Table;
beforeEach(async () => {
  table = await memoryTable();
  const event = submission('contact', { handRaise: true, values: { name: 'Ann <b>' } });
  await putProfile(table, { ...withCapture(undefined, LEAD, event), version: 1 });
  await putLead(table, lead({ stage: 'mql', interest: true, handover: HANDOVER }));
});
const as = (role: keyof typeof viewers) => testConsole(viewers[role], { table });

describe('the page on which sales answers, signed in', () => {
  it('asks for no name, and records the answer of whoever is signed in', async () => {
    const { get, post } = await as('sales');
    const page = await (await get(PAGE)).text();
    expect(page).toContain('Answer: Ann &lt;b&gt;');
    expect(page).not.toContain('name="by"');
    const sent = await post(PAGE, { action: 'accept', _key: 'k', by: 'Donald Duck' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${PAGE}?said=accept`]);
    expect(await getLead(table, LEAD)).toMatchObject({ stage: 'sal', handover: { answer: { by: 'anna' } } });
    expect(await (await get(`${PAGE}?said=accept`)).text()).toContain(
      'Recorded: Anna accepted the lead, today at',
    );
    await post(PAGE, { action: 'accept', _key: 'k', by: 'Donald Duck' });
    expect(await actionsOf(table, LEAD)).toHaveLength(1);
  });

  it('corrects an answer, and shows the old one', async () => {
    const { get, post } = await as('sales');
    for (const fields of [{ action: 'accept' }, { action: 'lost', reason: 'Price' }])
      await post(PAGE, fields as unknown as Record<string, string>);
    const form = await (await get(`${PAGE}?correct=2`)).text();
    expect(form).toContain('name="replaces" value="2"');
    expect(form).toMatch(/<textarea[^>]*>Price<\/textarea>/);
    await post(`${PAGE}?correct=2`, { action: 'return', reason: 'not-ready', replaces: '2' });
    expect(await getLead(table, LEAD)).toMatchObject({ returned: { reason: 'not-ready' } });
    const page = await (await get(PAGE)).text();
    expect(page).toContain('<s>Anna lost the lead: Price</s>');
    expect(page).toContain('Correction: Anna returned the lead');
    const again = await post(`${PAGE}?correct=2`, { action: 'lost', reason: 'Timing', replaces: '2' });
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining('Somebody corrected this already'),
    ]);
  });

  it('corrects an answer to another from its own form', async () => {
    const { get, post } = await as('sales');
    await post(PAGE, { action: 'return', reason: 'other' });
    const page = await (await get(`${PAGE}?correct=1`)).text();
    const form =
      /<form[^>]*>(?:(?!<\/form>)[\s\S])*name="action" value="return"[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
    const hidden = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const sent = await post(`${PAGE}?correct=1`, { ...fields, reason: 'unreachable' });
    expect(sent.status).toBe(303);
    expect(await getLead(table, LEAD)).toMatchObject({ returned: { reason: 'unreachable' } });
  });

  it('corrects an answer about an earlier hand-over to another of its kind, and shows both', async () => {
    const { get, post } = await as('sales');
    await post(PAGE, { action: 'return', reason: 'not-ready', note: 'Call in May' });
    const returned = (await getLead(table, LEAD)) as Lead;
    const again = { ...HANDOVER, number: HANDOVER.number + 1, openedAt: plus(NOW, 1) };
    await putLead(table, { ...returned, version: returned.version + 1, stage: 'mql', handover: again });
    const form = await (await get(`${PAGE}?correct=1`)).text();
    expect([...form.matchAll(/name="action" value="([^"]+)"/g)].map(([, name]) => name)).toEqual(['return']);
    expect(form).toContain('Call in May</textarea>');
    const bad = { action: 'return', reason: 'bad-fit', criterion: 'employees', value: '3', replaces: '1' };
    expect((await post(`${PAGE}?correct=1`, bad)).status).toBe(303);
    expect(await getLead(table, LEAD)).toMatchObject({
      ...{ stage: 'mql', judged: 'bad', handover: { number: again.number, status: 'open' } },
      corrected: { was: { reason: 'not-ready' }, is: { reason: 'bad-fit', criterion: 'employees' } },
    });
    const page = await (await get(PAGE)).text();
    expect(page).toMatch(/<s>Anna returned the lead: [^<]+<\/s>/);
    expect(page).toContain('Correction: Anna returned the lead');
    const lead = await (await get(`/console/leads/${LEAD}`)).text();
    expect(lead).toMatch(/<s>Anna returned the lead[\s\S]*Call in May/);
    const refused = await post(`${PAGE}?lang=en`, { action: 'accept', replaces: '2' });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('it can only become another of its kind'),
    ]);
  });

  it('keeps what was typed when it is not complete, and says who was first', async () => {
    const { post } = await as('sales');
    const typed = await post(PAGE, { action: 'call-back', at: '2020-01-01T10:00', note: 'Ask for Bo' });
    expect(typed.status).toBe(422);
    const text = await typed.text();
    expect(text).toContain('Ask for Bo</textarea>');
    expect(text).toContain('When: Please choose a time that is still to come.');
    const far = await post(`${PAGE}?lang=nl`, { action: 'call-back', at: '9999-01-01T10:00', note: 'Bo' });
    expect(far.status).toBe(422);
    expect(await far.text()).toContain('Wanneer: Kies een moment binnen twee jaar.');
    await (await as('admin')).post(PAGE, { action: 'accept' });
    const late = await post(PAGE, { action: 'return', reason: 'other', _unanswered: '1' });
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining('Already taken by Admin'),
    ]);
  });

  it.each(['2099-02-31T10:00', '2099-04-31 10:00', '2099-02-29T10:00', '2099-13-01T10:00'])(
    'plans no call on a day that the calendar has not: %s',
    async (at) => {
      const typed = await (await as('sales')).post(PAGE, { action: 'call-back', at });
      expect(typed.status).toBe(422);
      expect(await typed.text()).toContain('Please give a day and a time');
    },
  );

  it('has the next call as a file for the calendar', async () => {
    const { app, get, post } = await as('sales');
    expect((await get(`/console/leads/${LEAD}/call.ics`)).status).toBe(404);
    await post(PAGE, { action: 'call-back', at: '2028-01-01T10:00' });
    const file = await get(`/console/leads/${LEAD}/call.ics`);
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await file.text()).toContain('DTSTART:20280101T090000Z');
    // Behind a distribution a function sees another host than the reader.
    const inside = await app.request(`https://function.test/console/leads/${LEAD}/call.ics`);
    expect(await inside.text()).toContain(`URL:${ORIGIN}${PAGE}`);
    expect(await (await get(PAGE)).text()).toContain('call.ics');
  });

  it('is not for marketing, and knows no lead that is not there', async () => {
    expect((await (await as('marketing')).get(PAGE)).status).toBe(403);
    expect((await (await as('sales')).get('/console/leads/E000000000000000000000/answer')).status).toBe(404);
  });
});

describe('the lists of the desk', () => {
  const listed = async (role: keyof typeof viewers, ...rows: DirectoryRow[]) => {
    const directory = emptyDirectory();
    const known = rowOf((await getLead(table, LEAD)) as Lead) as DirectoryRow;
    applyChanges(directory, rows.length > 0 ? rows : [known]);
    return testConsole(viewers[role], { table, directory: async () => directory });
  };

  it('show whoever is signed in their own leads, with what is next and until when', async () => {
    await putLead(
      table,
      lead({ version: 2, stage: 'mql', interest: true, handover: { ...HANDOVER, to: 'anna' } }),
    );
    const page = await (await (await listed('sales')).get('/console/mine')).text();
    expect(page).toContain('Ann &lt;b&gt;');
    expect(page).toContain('take it');
    expect(page).toMatch(/>1 lead<.*Pass on all my leads/s);
    expect(page).toContain(`href="${PAGE}"`);
    const empty = await (await (await listed('admin')).get('/console/mine')).text();
    expect(empty).toContain('You have no open leads');
    expect(empty).not.toContain('Pass on all my leads');
  });

  it('lead who has no leads of their own to those of all, and show none', async () => {
    const answer = await (await listed('marketing')).get('/console/mine');
    const page = await answer.text();
    expect(answer.status).toBe(403);
    expect(page).toContain('This page is for people of sales');
    expect(page).toMatch(/<a class="button" href="\/console\/handovers">/);
    expect(page).not.toContain('Ann');
    expect((await (await listed('marketing')).post('/console/mine', {})).status).toBe(403);
  });

  it('have the leads of whoever is signed in under what is next, with how many there are', async () => {
    const mine = { ...HANDOVER, to: 'anna', status: 'accepted', answer: { by: 'anna', at: NOW } } as const;
    const called = (at: string) => ({ stage: 'sal', handover: { ...mine, callBack: { at, by: 'anna' } } });
    const some: [string, object][] = [
      ['Offer', { stage: 'opportunity', handover: mine }],
      ['Later', called('2027-01-02T10:00:00.000Z')],
      ['Prove', { stage: 'sql', handover: mine }],
      ['Late', called('2026-11-01T10:00:00.000Z')],
      ['Qualify', { stage: 'sal', handover: mine }],
      ['Take', { stage: 'mql', interest: true, handover: { ...HANDOVER, to: 'anna' } }],
    ];
    const rows: DirectoryRow[] = [];
    for (const [n, [name, more]] of some.entries()) {
      const one = lead({ id: someone(n), ...more });
      await putLead(table, one);
      const event = submission('contact', { values: { name } });
      await putProfile(table, { ...withCapture(undefined, one.id, event), version: 1 });
      rows.push(rowOf(one) as DirectoryRow);
    }
    const page = await (await (await listed('sales', ...rows)).get('/console/mine')).text();
    const inOrder = page
      .match(/<h2>[^<]+<\/h2>|<h3><a[^>]*>[^<]+/g)
      ?.map((text) => text.replaceAll(/<[^>]+>/g, ''));
    expect(inOrder?.slice(0, 11)).toEqual([
      ...['To take (1)', 'Take', 'To call back (2)', 'Late', 'Later', 'To qualify (1)', 'Qualify'],
      ...['To record the opportunity (1)', 'Prove', 'To make an offer and close (1)', 'Offer'],
    ]);
    expect(page).toContain('late since');
  });

  it('count what a lead says itself, which the list does not know yet', async () => {
    const row = rowOf(
      lead({ stage: 'mql', interest: true, handover: { ...HANDOVER, to: 'anna' } }),
    ) as DirectoryRow;
    const taken = { ...HANDOVER, to: 'anna', status: 'accepted', answer: { by: 'anna', at: NOW } } as const;
    await putLead(table, lead({ version: 2, stage: 'sal', handover: taken }));
    const page = await (await (await listed('sales', row)).get('/console/mine')).text();
    expect(page).toContain('To qualify (1)');
    expect(page).not.toContain('To take');
  });

  it('log a call with one press, and say so', async () => {
    await putLead(
      table,
      lead({ version: 2, stage: 'mql', interest: true, handover: { ...HANDOVER, to: 'anna' } }),
    );
    const test = await listed('sales');
    const sent = await test.post('/console/mine', {
      action: 'call',
      lead: LEAD,
      outcome: 'reached',
      _key: 'k',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/console/mine?said=call']);
    await test.post('/console/mine', { action: 'call', lead: LEAD, outcome: 'reached', _key: 'k' });
    expect(await actionsOf(table, LEAD)).toMatchObject([{ action: 'call', outcome: 'reached', by: 'anna' }]);
    expect(await (await test.get('/console/mine?said=call')).text()).toContain('The call was recorded.');
    const refused = await test.post('/console/mine', { action: 'won', lead: LEAD, value: '1' });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('not possible now'),
    ]);
  });

  it('show all hand-overs that nobody took, and those of which sales was reminded', async () => {
    const test = await listed('marketing');
    expect(await (await test.get('/console/handovers')).text()).toContain('Ann &lt;b&gt;');
    expect(await (await test.get('/console/handovers?overdue=1')).text()).toContain('Nothing is overdue.');
  });

  it('are files too, with the same filter, and logged', async () => {
    await putLead(table, lead({ version: 2, stage: 'mql', interest: true, handover: HANDOVER }));
    const test = await listed('marketing');
    expect(await (await test.get('/console/handovers')).text()).toContain('href="/console/handovers.csv"');
    const file = await test.get('/console/handovers.csv');
    expect(file.headers.get('content-disposition')).toContain('handovers-open-2026-11-22.csv');
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${LEAD},ann@example.nl,Ann <b>,`);
    const overdue = await (await test.get('/console/handovers.csv?overdue=1')).text();
    expect(overdue.trim().split('\r\n')).toHaveLength(1);
    const asked = { kind: 'leads-exported' } as const;
    const { entries } = await readLog({ table, now: () => NOW }, viewers.admin, asked, { zone: 'UTC' });
    expect(entries).toHaveLength(2);
    const logged = (list: string, count: number) =>
      expect.objectContaining({
        kind: 'leads-exported',
        who: 'sanne@kansrijk.test',
        detail: `handovers ${list}`,
        count,
      });
    expect(entries).toEqual(expect.arrayContaining([logged('overdue', 0), logged('open', 1)]));
  });

  it('give a colleague the turn while somebody is away, until they are back', async () => {
    const test = await listed('sales');
    const refused = await test.post('/console/mine', {
      action: 'away',
      from: '2028-02-03',
      to: '2028-02-01',
    });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('value="2028-02-03"'),
    ]);
    for (const far of [
      { from: '2028-02-01', to: '9999-12-31' },
      { from: '2020-02-01', to: '2028-02-03' },
    ])
      expect(await (await test.post('/console/mine', { action: 'away', ...far })).text()).toContain(
        'neither can be more than two years from now',
      );
    const days = { from: '2028-02-01', to: '2028-02-03' };
    for (let n = 0; n < 2; n++) await test.post('/console/mine', { action: 'away', ...days });
    expect(await absencesOf(table)).toEqual({ anna: [days] });
    expect(await (await test.get('/console/mine?away=done')).text()).toContain(
      '1 February 2028 to 3 February 2028',
    );
    const { sales } = shippedPlaybook();
    expect(presentOn('2028-02-02', withAbsences(sales, await absencesOf(table)))).not.toContain('anna');
    expect(presentOn('2028-02-04', withAbsences(sales, await absencesOf(table)))).toContain('anna');
    await test.post('/console/mine', { action: 'back', ...days });
    expect(await absencesOf(table)).toEqual({ anna: [] });
    const admin = await (await listed('admin')).post('/console/mine', { action: 'away', ...days });
    expect(await admin.text()).toContain('The playbook names nobody');
  });

  it('keep twenty absences that are ahead, and forget only those that are over', async () => {
    const test = await listed('sales');
    const over = { from: '2020-01-01', to: '2020-01-02' };
    const ahead = (n: number) => ({ from: `2028-03-${String(n + 1).padStart(2, '0')}`, to: '2028-04-01' });
    await putAbsences(table, 'anna', [over, ...Array.from({ length: 19 }, (_, n) => ahead(n))]);
    const say = (days: typeof over) => test.post('/console/mine', { action: 'away', ...days });
    for (let n = 0; n < 2; n++) expect((await say(ahead(19))).status).toBe(303);
    const refused = await (await say(ahead(20))).text();
    expect(refused).toMatch(/id="away-wrong">You have twenty absences ahead/);
    expect(refused).toMatch(/id="away-to"[^>]*aria-describedby="away-wrong"/);
    expect(await absencesOf(table)).toEqual({ anna: Array.from({ length: 20 }, (_, n) => ahead(n)) });
  });

  it('pass on all that somebody has, once', async () => {
    await putLead(
      table,
      lead({ version: 2, stage: 'mql', interest: true, handover: { ...HANDOVER, to: 'anna' } }),
    );
    const test = await listed('sales');
    const press = { action: 'pass-on', to: 'bram', why: 'Away', _key: 'press' };
    expect((await test.post('/console/mine', { ...press, to: 'anna' })).status).toBe(409);
    for (let n = 0; n < 2; n++) {
      const sent = await test.post('/console/mine', press);
      expect(sent.headers.get('location')).toBe('/console/mine?passed=1&left=0');
    }
    expect(await actionsOf(table, LEAD)).toMatchObject([
      { action: 'assign', to: 'bram', note: 'Away', by: 'anna' },
    ]);
  });

  it('pass on to whoever is there and next', async () => {
    await putLead(
      table,
      lead({ version: 2, stage: 'mql', interest: true, handover: { ...HANDOVER, to: 'anna' } }),
    );
    await putAbsences(table, 'bram', [{ from: '2000-01-01', to: '2099-12-31' }]);
    await (await listed('sales')).post('/console/mine', { action: 'pass-on', to: 'next', _key: 'press' });
    expect(await actionsOf(table, LEAD)).toMatchObject([{ action: 'assign', to: 'carla' }]);
  });
});
