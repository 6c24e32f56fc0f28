import { beforeEach, describe, expect, it } from 'vitest';
import type { EnrolmentKey } from '../../../../shared/domain/nurture/enrolment/enrolment.ts';
import type { RequestLimits } from '../../../../shared/domain/nurture/pace/request-limits.ts';
import { type Instant, plus } from '../../../../shared/domain/time.ts';
import { budgetKeysFrom } from '../../../../shared/gateways/identity/budget-keys.ts';
import { MailRefused } from '../../../../shared/gateways/nurture/ses-refusal.ts';
import { getEnrolment } from '../../../../shared/store/nurture/enrolments.ts';
import { mailBudgetEntity } from '../../../../shared/store/nurture/mail-budgets.ts';
import { addSends, countReport } from '../../../../shared/store/nurture/sending-state.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { putLeadEvent } from '../../../../shared/store/tracking/events.ts';
import { submission } from '../../../domain/builders.ts';
import { Crash, countingTable, crashingTable } from '../../faulty-table.ts';
import { DAY_MS, enrolled, MONDAY, newSending, playbook, type Sending } from '../sending.ts';

const HOUR_MS = 3_600_000;
const OFFICE = '203.0.113.7';

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
});

/** Budgets that are soon used up. */
const SMALL: RequestLimits = {
  mailbox: { atOnce: 2, perDay: 4 },
  network: { atOnce: 3, perDay: 96 },
  share: 0.5,
  brake: { bounces: 0.1, minimum: 20, perHour: 6 },
};
let limits: RequestLimits | undefined;
beforeEach(() => {
  limits = SMALL;
});
const under = () => ({
  playbook: async () => ({
    ...playbook,
    mailing: { ...playbook.mailing, ...(limits && { requested: limits }) },
  }),
});

const budgetsOf = budgetKeysFrom('test');
let asked = 0;

interface Request {
  unproven?: boolean;
  email?: string;
  ip?: string;
  mail?: 'granted' | 'pending';
}

/** Somebody asks for the whitepaper now, as a form does. */
async function asks({ email, ip = OFFICE, mail = 'pending', unproven }: Request = {}) {
  asked += 1;
  const at = plus(sending.now, asked % 1_000);
  const who = await enrolled(sending.table, { lead: { mail }, startedAt: at });
  const budgets = budgetsOf(email ?? who.email, ip, at);
  await putLeadEvent(
    sending.table,
    who.lead,
    submission('whitepaper', {
      ...{ id: `${asked}`, at, email: who.email, budgets },
      ...(unproven && { unproven }),
    }),
  );
  return { ...who, at };
}

/** So many ask, one after the other, and each mail is tried at once. */
async function ask(count: number, request: Request | ((n: number) => Request) = {}) {
  const all: Awaited<ReturnType<typeof asks>>[] = [];
  for (let n = 0; n < count; n++) all.push(await asks(typeof request === 'function' ? request(n) : request));
  sending.now = plus(sending.now, 1_000);
  // What has no turn within a day is left to the sweeps.
  for (const one of all) await sending.send(one, under()).catch(() => {});
  return all;
}

/** Sweeps each hour, as often as something may be due. */
async function passes(milliseconds: number, step = HOUR_MS): Promise<void> {
  const end = plus(sending.now, milliseconds);
  while (sending.now < end) {
    sending.now = plus(sending.now, step);
    await sending.sweepAll(under());
  }
}

const papers = () => sending.counts().paper ?? 0;
const got = ({ email }: { email: string }) => sending.counts(email).paper ?? 0;
const waitsOf = async (of: EnrolmentKey) => {
  const enrolment = await getEnrolment(sending.table, of);
  return enrolment?.status === 'active' ? enrolment.waits : undefined;
};

describe('a hundred forms with invented addresses from one network', () => {
  it('get few mails at first, then slowly the others: each one, none twice', async () => {
    limits = undefined;
    const all = await ask(100);
    expect(papers()).toBe(25);
    await passes(HOUR_MS);
    expect(papers()).toBeLessThan(40);
    await passes(DAY_MS / 2, 2 * HOUR_MS);
    for (const one of all) expect(got(one)).toBe(1);
    expect(sending.jobs.news).toEqual([]);
  });
});

describe('a flood of forms from one network', () => {
  it('keeps nobody else waiting: not other networks, not who confirmed, and no colleague once it is over', async () => {
    await ask(8);
    const [elsewhere] = await ask(1, { ip: '2001:db8::1' });
    const [known] = await ask(1, { mail: 'granted' });
    const [unlucky] = await ask(1);
    expect([elsewhere, known, unlucky].map((one) => one && got(one))).toEqual([1, 1, 0]);
    expect(await waitsOf(unlucky as never)).toBe('budget');
    sending.now = plus(sending.now, HOUR_MS / 2);
    const [colleague] = await ask(1);
    expect(colleague && got(colleague)).toBe(1);
    await passes(4 * HOUR_MS);
    expect(unlucky && got(unlucky)).toBe(1);
  });

  it('starves nobody while it goes on', async () => {
    const [honest] = (await ask(10)).slice(-1);
    for (let hour = 0; hour < 5; hour++) {
      sending.now = plus(sending.now, HOUR_MS);
      await ask(5);
      await sending.sweepAll(under());
    }
    expect(honest && got(honest)).toBe(1);
  });

  it('may come from as many addresses as an IPv6 network has', async () => {
    await ask(8, (n) => ({ ip: `2001:db8:1:2::${(n + 1).toString(16)}` }));
    expect(papers()).toBe(3);
  });

  it('larger than a day has turns for waits from day to day, and loses nothing', async () => {
    limits = { ...SMALL, network: { atOnce: 1, perDay: 4 } };
    const all = await ask(9);
    expect(papers()).toBe(1);
    await passes(6 * DAY_MS, DAY_MS / 4);
    for (const one of all) expect(got(one)).toBe(1);
    expect(sending.jobs.news).toEqual([]);
  });
});

describe('forms without the solution of the challenge that they have', () => {
  it('get a tenth of the mails, and take none from others in their network', async () => {
    limits = { ...SMALL, network: { atOnce: 20, perDay: 960 } };
    const all = await ask(5, { unproven: true });
    expect(papers()).toBe(2);
    await ask(5);
    expect(papers()).toBe(7);
    await passes(2 * HOUR_MS);
    for (const one of all) expect(got(one)).toBe(1);
  });
});

describe('twenty sub-addresses of one mailbox', () => {
  it('get five mails at once and the others in the next days, wherever the forms come from', async () => {
    limits = undefined;
    const all = await ask(20, (n) => ({ email: `ann+${n}@acme.nl`, ip: `198.51.100.${n}`, mail: 'granted' }));
    expect(papers()).toBe(5);
    await passes(DAY_MS, 2 * HOUR_MS);
    expect(papers()).toBeLessThanOrEqual(5 + 12);
    await passes(3 * DAY_MS, 4 * HOUR_MS);
    for (const one of all) expect(got(one)).toBe(1);
    expect(sending.jobs.news).toEqual([]);
  });
});

describe('a mail that has its turn', () => {
  it('keeps it while the mail service has no room', async () => {
    await ask(3);
    const [late] = await ask(1);
    sending.before = () => {
      throw new MailRefused('Throttling', 'rate');
    };
    await passes(HOUR_MS);
    sending.before = () => {};
    await ask(8);
    await passes(10 * 60_000, 5 * 60_000);
    expect(late && got(late)).toBe(1);
  });

  it('is sent once when it is tried several times at once', async () => {
    const who = await asks();
    sending.now = plus(sending.now, 1_000);
    await Promise.all([1, 2, 3].map(() => sending.send(who, under())));
    expect(got(who)).toBe(1);
  });

  it.each(['now', 'later'] as const)(
    '(%s) is sent once, whichever call of the table its process dies at',
    async (when) => {
      let networks = 0;
      limits = { ...SMALL, network: { atOnce: 1, perDay: 96 } };
      const over = async (through: (table: Table) => Table) => {
        networks += 1;
        const ip = `198.51.100.${networks}`;
        if (when === 'later') await ask(1, { ip });
        const who = await asks({ ip });
        sending.now = plus(sending.now, 1_000);
        const table = through(sending.table);
        await sending.send(who, { ...under(), table }).catch((error) => expect(error).toBeInstanceOf(Crash));
        await passes(2 * HOUR_MS, HOUR_MS / 2);
        // Whether it was sent is not known when the process dies while it confirms that.
        expect(when === 'later' ? [1] : [1, 2]).toContain(got(who));
        return table;
      };
      const { calls } = (await over(countingTable)) as ReturnType<typeof countingTable>;
      for (let call = 1; call <= calls; call++)
        for (const moment of ['before', 'after'] as const)
          await over((table) => crashingTable(table, call, moment));
    },
  );
});

describe('the share of the quota that strangers have', () => {
  it('holds back what they ask for beyond it until the next day, and nothing else', async () => {
    sending.quota = { ...sending.quota, per24Hours: 10 };
    const pace = sending.pace();
    const send = (of: EnrolmentKey) => sending.send(of, { ...under(), pace }).catch(() => {});
    const all = [];
    for (let n = 0; n < 8; n++) all.push(await asks({ ip: `198.51.100.${n}` }));
    sending.now = plus(sending.now, 1_000);
    for (const one of all) await send(one);
    expect(papers()).toBe(5);
    await pace.recordSends();
    expect(sending.news).toContain('requests-held-back');
    const known = await asks({ mail: 'granted' });
    sending.now = plus(sending.now, 1_000);
    await send(known);
    expect(got(known)).toBe(1);
    await passes(DAY_MS, 6 * HOUR_MS);
    for (const one of all) expect(got(one)).toBe(1);
  });

  it('is of any 24 hours, as the quota is: midnight does not give another', async () => {
    sending.quota = { ...sending.quota, per24Hours: 20 };
    sending.now = '2026-11-23T23:50:00.000Z';
    await addSends(sending.table, sending.now.slice(0, 10), 0, 11);
    sending.now = '2026-11-24T00:10:00.000Z';
    const all = await ask(8, (n) => ({ ip: `198.51.100.${n}` }));
    expect(papers()).toBe(0);
    await passes(DAY_MS, 2 * HOUR_MS);
    for (const one of all) expect(got(one)).toBe(1);
  });

  it('leaves the last of it to sales', async () => {
    sending.quota = { ...sending.quota, per24Hours: 100, sent: 95 };
    const who = await asks({ mail: 'granted' });
    sending.now = plus(sending.now, 1_000);
    await expect(sending.send(who)).rejects.toThrow('quota');
    sending.quota = { ...sending.quota, sent: 94 };
    await sending.send(who);
    expect(got(who)).toBe(1);
  });
});

describe('the brake on what strangers ask for', () => {
  const bounced = async (count: number) => {
    for (let n = 0; n < count; n++)
      await countReport(sending.table, { mail: `${n}-invented-address`, at: sending.now }, 'unreachable');
  };
  const askFrom = (count: number, first = 0) => ask(count, (n) => ({ ip: `198.51.100.${first + n}` }));

  it('lets only a few an hour through once too many addresses turned out to be invented', async () => {
    await addSends(sending.table, MONDAY.slice(0, 10), 0, 100);
    await bounced(11);
    const all = [];
    for (let n = 0; n < 20; n++) all.push(await asks({ ip: `198.51.100.${n}` }));
    sending.now = plus(sending.now, 60_000);
    await sending.sweepAll(under());
    expect(papers()).toBe(6);
    const known = await asks({ mail: 'granted' });
    await passes(60_000, 60_000);
    expect(got(known)).toBe(1);
    await passes(6 * HOUR_MS, HOUR_MS / 2);
    for (const one of all) expect(got(one)).toBe(1);
    expect(sending.news).toContain('requests-held-back');
    expect(sending.jobs.news).toEqual([]);
  });

  it('does not hold marketing mail, nor do bounces of marketing mail hold what people ask for', async () => {
    const [early] = await ask(1, { mail: 'granted' });
    sending.now = plus(MONDAY, 7 * DAY_MS + HOUR_MS);
    await addSends(sending.table, sending.now.slice(0, 10), 1_000, 100);
    await bounced(100);
    await sending.sweepAll();
    expect(sending.counts(early?.email)).toEqual({ paper: 1, 'tip-1': 1 });
    for (let n = 0; n < 100; n++)
      await countReport(sending.table, { mail: `${n}-marketing-mail`, at: sending.now }, 'bounces');
    await passes(8 * DAY_MS, 8 * DAY_MS);
    await addSends(sending.table, sending.now.slice(0, 10), 1_000, 100);
    for (let n = 0; n < 100; n++)
      await countReport(sending.table, { mail: `${n}-marketing-mail`, at: sending.now }, 'bounces');
    const before = papers();
    await askFrom(10, 100);
    expect(papers() - before).toBe(10);
  });
});

describe('the budgets', () => {
  it('tell nobody whose they are: their keys have no address, and the network of today is another tomorrow', () => {
    const at: Instant = MONDAY;
    const one = budgetsOf('ann+1@acme.nl', OFFICE, at);
    expect(budgetsOf('ann+2@acme.nl', OFFICE, plus(at, HOUR_MS))).toEqual(one);
    expect(budgetsOf('ann@acme.nl', OFFICE, plus(at, DAY_MS)).network).not.toBe(one.network);
    expect(budgetKeysFrom('another')('ann@acme.nl', OFFICE, at)).not.toEqual(one);
    expect(one).toEqual({
      mailbox: expect.stringMatching(/^[\w-]{12}$/),
      network: expect.stringMatching(/^[\w-]{4}$/),
    });
    expect(budgetsOf('ann@acme.nl', undefined, at)).toEqual({ mailbox: one.mailbox });
  });

  it('are forgotten when the time that was taken is over', async () => {
    await ask(5);
    const { network = '' } = budgetsOf('', OFFICE, sending.now);
    const keys = (['now', 'later'] as const).map((lane) => ({ of: network, lane }));
    for (const key of keys) {
      const { Item } = await sending.table.call('GetItem', {
        TableName: sending.table.name,
        Key: { PK: { S: mailBudgetEntity.keyOf(key).PK }, SK: { S: mailBudgetEntity.keyOf(key).SK } },
      });
      const seconds = Number(Item?.openAt?.N) / 1_000;
      expect(Number(Item?.expiresAt?.N) - seconds).toBeGreaterThanOrEqual(0);
      expect(Number(Item?.expiresAt?.N) - seconds).toBeLessThan(60);
    }
  });
});
