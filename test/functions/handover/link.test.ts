import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/time.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { LEAD, lead, NOW } from '../../domain/builders.ts';
import { jobsOf } from '../../usecases/job-system.ts';
import { HANDOVER } from '../../web/handover/dossier/example.ts';
import { ADDRESS, sent, testPages } from './system.ts';

const DAY = 86_400_000;
const accept = { action: 'accept', by: 'Anna' };

let test: Awaited<ReturnType<typeof testPages>>;
beforeEach(async () => {
  test = await testPages();
});

describe('a link', () => {
  const posts = { ...sent({ ...accept, _key: 'page-1' }) };

  it.each([
    ['with another token', ADDRESS.replace('secret-token', 'another')],
    ['with a number that is not there', ADDRESS.replace('.1.', '.2.')],
    ['of a lead that is not there', ADDRESS.replace('AAAA', 'BBBB')],
    ['that is cut off', ADDRESS.slice(0, 30)],
  ])('%s opens nothing and takes no answer', async (_, address) => {
    for (const method of ['GET', 'HEAD', 'POST']) {
      const { statusCode, body } = await test.ask(method, posts, address);
      expect(statusCode).toBe(404);
      expect(body).not.toContain('Ann');
    }
    expect(test.writes).toEqual([]);
  });

  it('stops working when its lead is erased', async () => {
    await eraseLead(
      jobsOf(test.table, () => NOW),
      LEAD,
    );
    for (const method of ['GET', 'POST']) {
      const { statusCode, body } = await test.ask(method, posts);
      expect(statusCode).toBe(410);
      expect(body).toContain('erased');
    }
    expect(test.writes).toEqual([]);
  });

  it('stops working when the next hand-over opens', async () => {
    const next = { ...HANDOVER, number: 2, token: 'next' };
    await putLead(test.table, lead({ version: 2, stage: 'mql', handover: next }));
    for (const method of ['GET', 'POST']) {
      const { statusCode, body } = await test.ask(method, posts);
      expect(statusCode).toBe(410);
      expect(body).toContain('handed over again');
    }
    expect(await getLead(test.table, LEAD)).toMatchObject({ handover: { status: 'open' } });
  });

  it('works for as long as its lead is with sales', async () => {
    let version = 1;
    test.system.now = () => plus(NOW, 900 * DAY);
    expect((await test.ask('GET')).statusCode).toBe(200);
    const accepted = { ...HANDOVER, status: 'accepted' as const };
    for (const stage of ['sal', 'sql', 'opportunity', 'customer'] as const) {
      version += 1;
      await putLead(test.table, lead({ version, stage, handover: accepted }));
      expect((await test.ask('GET')).statusCode).toBe(200);
    }
  });

  it("is dead when the playbook's days since its end are over, and not a moment earlier", async () => {
    const lost = { reason: 'Price', at: NOW };
    await putLead(
      test.table,
      lead({ version: 2, stage: 'lost', lost, handover: { ...HANDOVER, status: 'accepted' } }),
    );
    test.writes.length = 0;
    test.system.now = () => plus(NOW, 90 * DAY);
    expect((await test.ask('GET')).statusCode).toBe(200);
    test.system.now = () => plus(NOW, 90 * DAY + 1);
    for (const method of ['GET', 'POST']) {
      const { statusCode, body } = await test.ask(method, posts);
      expect(statusCode).toBe(410);
      expect(body).toContain('expired');
    }
    expect(test.writes).toEqual([]);
  });
});

describe('an expired link', () => {
  it('works again when its lead raises its hand: that notification has the same link', async () => {
    const raisedAt = plus(NOW, 200 * DAY);
    await putLead(
      test.table,
      lead({ version: 2, stage: 'lost', raisedAt, handover: { ...HANDOVER, status: 'accepted' } }),
    );
    test.system.now = () => raisedAt;
    expect((await test.ask('GET')).statusCode).toBe(200);
    test.system.now = () => plus(raisedAt, 90 * DAY + 1);
    expect((await test.ask('GET')).statusCode).toBe(410);
  });
});
