import { beforeEach, describe, expect, it } from 'vitest';
import type { NewLead } from '../../../shared/contract/api-requests.ts';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { contradictionsOf, type Profile, valuesOf } from '../../../shared/domain/identity/profile.ts';
import type { TypedValue } from '../../../shared/domain/identity/value-changes.ts';
import { plus } from '../../../shared/domain/time.ts';
import type { Import } from '../../../shared/domain/tracking/event.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { readLog } from '../../../shared/usecases/console/read-log.ts';
import { addLead } from '../../../shared/usecases/identity/by-colleague/add-lead.ts';
import { changeValues, readValues } from '../../../shared/usecases/identity/by-colleague/change-values.ts';
import { awaitSaid } from '../../../shared/usecases/identity/by-colleague/said-just-now.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { readLead } from '../../../shared/usecases/identity/read-lead/read-lead.ts';
import { findPeople } from '../../../shared/usecases/identity/search/find-people.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, submission } from '../../domain/builders.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { dyingTable } from '../faulty-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { jobsOf } from '../job-system.ts';

const anna: Viewer = { email: 'anna@kansrijk.test', name: 'Anna', role: 'sales', member: 'anna' };
const sanne: Viewer = { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' };
const admin: Viewer = { email: 'admin@kansrijk.test', name: 'Ada', role: 'admin' };
const playbook = { ...shippedPlaybook, version: 1 };

let table: Table;
let now: string;
beforeEach(async () => {
  table = await memoryTable();
  now = NOW;
});

const system = (over = table) => ({
  ...{ table: over, now: () => now, newId: () => 'id', newToken: () => 'token', hideBeginnings },
  ...{ playbook: async () => playbook, leadId: () => LEAD as LeadId },
});
const said = async () => (await leadEvents(table, LEAD)).filter((event): event is Import => 'by' in event);
const profile = async () => (await getProfile(table, LEAD)) as Profile;
const values = async () => valuesOf(await profile());
const scored = async () => scoreLead(system(), LEAD, await leadEvents(table, LEAD));
const logged = async () => (await readLog(system(), admin, {}, { zone: 'UTC' })).entries;

/** A person who sent in a form, and is scored. */
async function known(): Promise<void> {
  const at = plus(NOW, -86_400_000);
  const answers = { firstName: 'Ann', company: 'Acme', employees: '50' };
  await putLeadEvent(table, LEAD, submission('whitepaper', { at, receivedAt: at, values: answers }));
  await scored();
}

type Typed = Record<string, TypedValue>;
const company = (shown: string, typed: string): Typed => ({ company: { shown, typed } });
const change = (typed: Typed, { as = sanne, key = 'key', over = table } = {}) =>
  changeValues(system(over), as, LEAD, typed, key);

describe('a value that a colleague changes', () => {
  beforeEach(known);

  it('counts from then on, with who said it, and what it replaces stays as a claim', async () => {
    expect(await change(company('Acme', 'Acme BV'))).toEqual({ result: 'changed' });
    await scored();
    expect(await values()).toMatchObject({ firstName: 'Ann', company: 'Acme BV' });
    expect((await profile()).values.company).toMatchObject({ colleague: 'Sanne', source: 'console' });
    expect(contradictionsOf(await profile())).toMatchObject([
      { field: 'company', value: 'Acme', rank: 'form' },
    ]);
  });

  it('is stored once, however often the form is sent', async () => {
    for (let n = 0; n < 3; n++) {
      await change(company('Acme', 'Acme BV'));
      now = plus(now, 1_000);
    }
    await scored();
    await change(company('Acme', 'Acme BV'));
    expect(await said()).toMatchObject([{ values: { company: 'Acme BV' }, by: 'Sanne', at: NOW }]);
  });

  it('is stored whole or not at all wherever the process dies, and once when it is sent again', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let call = 1; call <= 6; call++) {
        table = await memoryTable();
        await known();
        const isDone = await change(company('Acme', 'Acme BV'), { over: dyingTable(table, call, when) })
          .then(() => true)
          .catch(() => false);
        expect(isDone || (await said()).length < 2).toBe(true);
        now = plus(now, 5_000);
        expect(await change(company('Acme', 'Acme BV'))).toEqual({ result: 'changed' });
        await scored();
        expect(await said()).toHaveLength(1);
        expect((await values()).company).toBe('Acme BV');
      }
    }
  });

  it('is logged before it is stored, with the name of the field and nothing that was typed', async () => {
    await change({ ...company('Acme', 'Secret'), firstName: { shown: 'Ann', typed: 'Hidden' } });
    const entries = await logged();
    expect(entries).toMatchObject([
      { kind: 'lead-changed', who: sanne.email, about: LEAD, detail: 'company firstName' },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Secret|Hidden/);
  });

  it('is nothing when all was left as it was shown', async () => {
    expect(await change(company('Acme', ' Acme '))).toEqual({ result: 'same' });
    expect([await said(), await logged()]).toEqual([[], []]);
  });

  it('is the same in whatever order scoring hears of two colleagues', async () => {
    await change(company('Acme', 'First'));
    now = plus(now, 1);
    await change({ company: { shown: 'First', typed: 'Last' } }, { as: admin, key: 'another' });
    const events = await said();
    expect(events).toHaveLength(2);
    for (const told of [events, events.toReversed(), [...events, ...events]]) {
      await scoreLead(system(), LEAD, told);
      expect(await values()).toMatchObject({ company: 'Last' });
      expect((await profile()).heard?.company).toHaveLength(1);
    }
  });

  it('is refused when somebody changed the same field meanwhile, even before that is scored', async () => {
    await change(company('Acme', 'Theirs'), { as: admin, key: 'theirs' });
    const refused = await change(company('Acme', 'Mine'));
    expect(refused).toMatchObject({
      result: 'conflict',
      conflicts: { company: { value: 'Theirs', colleague: 'Ada' } },
    });
    expect(await said()).toHaveLength(1);
    expect(await change({ firstName: { shown: 'Ann', typed: 'Anna' } })).toEqual({ result: 'changed' });
    expect(await change(company('Theirs', 'Mine'), { key: 'knowing' })).toEqual({ result: 'changed' });
  });

  it('is shown in the form at once, and waited for after it was saved', async () => {
    await change(company('Acme', 'Acme BV'));
    expect(await readValues(system(), sanne, LEAD)).toMatchObject({
      profile: { values: { company: { value: 'Acme BV' } } },
    });
    const waiting = awaitSaid(system(), LEAD);
    await scored();
    expect(await waiting).toBe(true);
    now = plus(now, 120_000);
    expect(await awaitSaid(system(), LEAD)).toBe(true);
  });

  it('is none of a lead that sales may not see, or that there is not', async () => {
    expect(await change(company('Acme', 'X'), { as: anna })).toEqual({ result: 'hidden' });
    await eraseLead(
      jobsOf(table, () => now),
      LEAD,
    );
    expect(await change(company('Acme', 'X'))).toEqual({ result: 'unknown' });
    expect(await said()).toEqual([]);
  });
});

describe('a person who is erased while a colleague saves a value', () => {
  it('does not come back by it', async () => {
    await known();
    const erasing: Table = {
      name: table.name,
      async call(operation, input) {
        const answer = await table.call(operation, input);
        if (operation === 'BatchGetItem') {
          now = plus(now, 1);
          await eraseLead(
            jobsOf(table, () => now),
            LEAD,
          );
          now = plus(now, 1);
        }
        return answer;
      },
    };
    await change(company('Acme', 'Mine'), { over: erasing });
    expect(await said()).toHaveLength(1);
    await scored();
    expect(await getLead(table, LEAD)).not.toHaveProperty('stage');
    expect(await said()).toEqual([]);
  });
});

describe('a value that a colleague empties', () => {
  beforeEach(known);

  it('is unknown everywhere: in the fit, in the API, and to a search', async () => {
    expect(await getLead(table, LEAD)).toMatchObject({ fit: 'good' });
    expect((await findPeople(system(), { words: ['acme'] }, { limit: 5 })).ids).toEqual([LEAD]);
    await change({ ...company('Acme', ''), employees: { shown: '50', typed: '' } });
    await scored();
    expect(await values()).toEqual({ firstName: 'Ann' });
    expect(await getLead(table, LEAD)).toMatchObject({ fit: 'unknown' });
    expect((await findPeople(system(), { words: ['acme'] }, { limit: 5 })).ids).toEqual([]);
    const read = await readLead(system(), LEAD);
    expect(read).toMatchObject({ profile: { firstName: 'Ann' }, fit: { verdict: 'unknown' } });
    expect(read?.profile).not.toHaveProperty('company');
    expect(read?.claims.map(({ value }) => value).sort()).toEqual(['50', 'Acme']);
  });

  it('stays unknown when the person or another system says it again, until a colleague fills it in', async () => {
    await change(company('Acme', ''));
    now = plus(now, 1_000);
    const again = submission('demo', { at: now, receivedAt: now, values: { company: 'Acme' } });
    await putLeadEvent(table, LEAD, again);
    await scored();
    expect(await values()).not.toHaveProperty('company');
    await change(company('', 'Acme'), { key: 'back' });
    await scored();
    expect((await values()).company).toBe('Acme');
  });
});

describe('a person whom a colleague adds', () => {
  const input: NewLead = {
    ...{ email: 'Ann@Example.nl', source: 'Fair', confirm: true, locale: 'nl' },
    profile: { company: 'Acme', employees: '50' },
    proofs: {
      interest: 'A demo',
      permission: { wording: 'Yes', page: 'Stand', subjects: ['tips'], at: plus(NOW, -86_400_000) },
    },
  };
  const add = ({ as = sanne, key = 'key', over = table, given = input } = {}) =>
    addLead(system(over), as, given, key);

  it('has the values in the voice of the colleague, the permission and the interest', async () => {
    expect(await add()).toEqual({ result: 'added', id: LEAD, isSeen: true });
    await scored();
    expect(await getLead(table, LEAD)).toMatchObject({ mail: 'pending', interest: true, fit: 'good' });
    expect(await profile()).toMatchObject({
      ...{ email: 'ann@example.nl', locale: 'nl' },
      values: { company: { value: 'Acme', colleague: 'Sanne', source: 'Fair' } },
      permissions: [{ wording: 'Yes', page: 'Stand', form: 'Fair', imported: true }],
    });
    expect(await awaitSaid(system(), LEAD)).toBe(true);
    expect(await logged()).toMatchObject([{ kind: 'lead-added', about: LEAD }]);
  });

  it('is added once wherever the process dies, however often the form is sent', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let call = 1; call <= 5; call++) {
        table = await memoryTable();
        await add({ over: dyingTable(table, call, when) }).catch(() => {});
        now = plus(now, 5_000);
        await add();
        await add();
        expect(await said()).toHaveLength(1);
      }
    }
  });

  it('of sales is with marketing, unless the lead was handed over', async () => {
    expect(await add({ as: anna })).toMatchObject({ result: 'added', isSeen: false });
  });

  it('and who is known already is the same lead, with what was typed before what it said itself', async () => {
    await known();
    await add();
    await scored();
    expect(await values()).toMatchObject({ firstName: 'Ann', company: 'Acme', employees: '50' });
    expect((await profile()).values.company).toMatchObject({ colleague: 'Sanne' });
  });

  it('does not come back when it was erased', async () => {
    await known();
    await eraseLead(
      jobsOf(table, () => now),
      LEAD,
    );
    expect(await add()).toEqual({ result: 'erased' });
    expect([await said(), await logged()]).toEqual([[], []]);
  });
});
