import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { LEASE_MS } from '../../../shared/domain/jobs/next-try.ts';
import { plus } from '../../../shared/domain/time.ts';
import { MailRefused } from '../../../shared/gateways/nurture/ses-refusal.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { jobEntity } from '../../../shared/store/jobs/jobs.ts';
import { queryPage } from '../../../shared/store/query.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import type { NotificationTrigger } from '../../../shared/usecases/handover/notify-sales.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { handleDeadJobs } from '../../../shared/usecases/jobs/dead-jobs.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, submission } from '../../domain/builders.ts';
import { Crash, crashingTable, dyingTable, repeatingTable } from '../faulty-table.ts';
import { archived, DAY, HOUR, MINUTE, SalesOffice, SECOND, throttled } from './sales-office.ts';

const opened: NotificationTrigger = { kind: 'opened', lead: LEAD, at: NOW, number: 1, reason: 'hand-raiser' };
const unanswered = new Error('Nobody answered, ann@example.nl');

let office: SalesOffice;
beforeEach(async () => {
  office = await SalesOffice.opens(NOW);
  await raisesHand();
});

describe('a hand-over', () => {
  it('is sent once over each channel, at once', async () => {
    expect(await office.isTold(opened)).toBe('done');
    expect(office.got).toEqual(['mail opened', 'slack opened']);
    expect(office.reported).toEqual([]);
  });

  it('is not sent again when the event is repeated, now or weeks later', async () => {
    await office.isTold(opened);
    expect(await office.isTold(opened)).toBe('busy');
    office.now = plus(NOW, 29 * DAY);
    await office.isTold(opened);
    await office.sweeps();
    expect(office.got).toHaveLength(2);
  });

  it('is sent once when the event arrives several times at once, and sweeps run meanwhile', async () => {
    const told = Array.from({ length: 4 }, () => office.isTold(opened));
    await Promise.all([...told, office.sweeps(), office.sweeps()]);
    await office.waits(HOUR);
    expect(office.got).toEqual(['mail opened', 'slack opened']);
  });

  it('is sent once by a table whose answers get lost', async () => {
    failing({ mail: throttled });
    await office.isTold(opened, repeatingTable(office.table));
    office.now = plus(NOW, MINUTE);
    failing({});
    await Promise.all([
      office.sweeps(repeatingTable(office.table)),
      office.sweeps(repeatingTable(office.table)),
    ]);
    expect(office.got).toEqual(['mail opened', 'slack opened']);
  });

  it('is not sent when it is unknown, or its lead was erased', async () => {
    await office.isTold({ ...opened, number: 2 });
    await eraseLead(office.system(), LEAD);
    await office.isTold(opened);
    expect(office.got).toEqual([]);
  });

  it('is not sent when a newer one replaced it', async () => {
    const lead = (await getLead(office.table, LEAD)) as Lead & Required<Pick<Lead, 'handover'>>;
    const handover = { ...lead.handover, number: 2 };
    await putLead(office.table, { ...lead, version: lead.version + 1, handover });
    await office.isTold(opened);
    expect(office.got).toEqual([]);
  });

  it('that the bus or a dead letter brings late is marked', async () => {
    office.now = plus(NOW, 2 * HOUR);
    await office.isTold(opened);
    expect(office.got).toEqual(['mail opened (late)', 'slack opened (late)']);
    expect(office.reported).toEqual(['notice-late']);
  });
});

describe('an outage of mail and Slack', () => {
  it.each([
    ['a second', SECOND, 1],
    ['five minutes', 5 * MINUTE, 1],
    ['an hour', HOUR, 1],
    ['a day', DAY, 17],
  ])('of %s ends with one message over each channel soon after', async (_, length, minutes) => {
    failing({ mail: throttled, slack: throttled });
    await office.isTold(opened);
    await office.waits(length);
    expect(office.got).toEqual([]);
    failing({});
    await office.waits(minutes * MINUTE);
    const late = length > 10 * MINUTE ? ' (late)' : '';
    expect(office.got).toEqual([`mail opened${late}`, `slack opened${late}`]);
    await office.waits(HOUR);
    expect(office.got).toHaveLength(2);
  });

  it('is reported as late after ten minutes, and each time until it is over', async () => {
    failing({ mail: throttled, slack: throttled });
    await office.isTold(opened);
    await office.waits(10 * MINUTE);
    expect(office.reported).toEqual(['job-failed']);
    await office.waits(5 * MINUTE);
    const { trouble, about } = office.troubles[0] ?? {};
    expect({ trouble, about }).toEqual({
      trouble: 'notice-late',
      about: { lead: LEAD, kind: 'opened', since: NOW },
    });
    expect(office.troubles).toHaveLength(5);
    failing({});
    await office.waits(HOUR);
    expect(office.troubles).toHaveLength(6);
  });

  it('without answers ends with messages that may be repeats', async () => {
    failing({ mail: unanswered, slack: unanswered });
    await office.isTold(opened);
    await office.waits(HOUR);
    failing({});
    await office.waits(MINUTE);
    expect(office.got).toEqual(['mail opened (late) (repeat)', 'slack opened (late) (repeat)']);
  });

  it('leaves no personal data in what is reported', async () => {
    failing({ mail: unanswered, slack: archived });
    await office.isTold(opened);
    await office.waits(HOUR);
    expect(JSON.stringify([office.news, office.troubles])).not.toContain('example.nl');
  });

  it('ends for whoever raised a hand before it ends for others, however long those have waited', async () => {
    failing({ mail: throttled, slack: throttled });
    // Six of a level within an hour are told one by one.
    const others = Array.from({ length: 12 }, (_, n) => `${String(n).padStart(22, 'B')}` as LeadId);
    for (const [n, lead] of others.entries()) {
      await raisesHand(lead);
      const level = n % 2 ? 'reminder' : 'manager';
      await office.isTold({ kind: 'overdue', lead, at: NOW, number: 1, level });
    }
    const ready = 'C'.repeat(22) as LeadId;
    await raisesHand(ready);
    await office.isTold({ ...opened, lead: ready, reason: 'threshold' });
    office.now = plus(NOW, 30 * SECOND);
    await office.isTold(opened);
    // All are due.
    office.now = plus(NOW, 10 * MINUTE);
    failing({});
    await office.sweeps();
    expect(office.messages).toHaveLength(28);
    const order = [...new Set(office.messages.map(({ lead }) => lead))];
    // Ten are told at once.
    expect(order.slice(0, 10)).toContain(LEAD);
    expect(order.slice(0, 11)).toContain(ready);
  });
});

describe('while a notice waits', () => {
  beforeEach(async () => {
    failing({ mail: throttled, slack: throttled });
    await office.isTold(opened);
    await office.waits(HOUR);
    failing({});
  });

  it('an answer of sales ends it: nothing is sent, and nothing is late any more', async () => {
    const { length } = office.troubles;
    await actOnLead(office.system(), LEAD, { action: 'accept', by: 'anna' });
    await office.waits(DAY);
    expect(office.got).toEqual([]);
    expect(office.troubles).toHaveLength(length);
    expect(await waiting()).toEqual([]);
  });

  it('the lead may be erased: nothing is sent, and nothing of it stays', async () => {
    await eraseLead(office.system(), LEAD);
    await office.waits(DAY);
    expect(office.got).toEqual([]);
    const kept = (partition: string) => queryPage(office.table, { partition }, { limit: 9 });
    expect((await kept(`L#${LEAD}`)).map(({ SK }) => SK)).toEqual(['LEAD']);
    expect(JSON.stringify(await kept('SALES'))).not.toContain(LEAD);
  });

  it('the event may arrive again: it is still sent once', async () => {
    expect(await office.isTold(opened)).toBe('busy');
    await office.waits(HOUR);
    expect(office.got).toEqual(['mail opened (late)', 'slack opened (late)']);
  });
});

describe('one channel that fails', () => {
  it.each(['mail', 'slack'] as const)(
    '(%s) does not stop the other, which is not used again',
    async (channel) => {
      const other = channel === 'mail' ? 'slack' : 'mail';
      failing({ [channel]: throttled });
      await office.isTold(opened);
      expect(office.got).toEqual([`${other} opened`]);
      await office.waits(HOUR);
      expect(office.got).toEqual([`${other} opened`]);
      failing({});
      await office.waits(MINUTE);
      expect(office.got.toSorted()).toEqual([`${channel} opened (late)`, `${other} opened`].sort());
    },
  );

  it('with an unknown result is tried again, marked; the other is not', async () => {
    failing({ mail: throttled, slack: unanswered });
    await office.isTold(opened);
    failing({});
    await office.waits(2 * MINUTE);
    expect(office.got).toEqual(['mail opened', 'slack opened (repeat)']);
  });

  it('keeps the mark of an unknown result when it refuses afterwards', async () => {
    failing({ slack: unanswered });
    await office.isTold(opened);
    failing({ slack: throttled });
    await office.waits(5 * MINUTE);
    failing({});
    await office.waits(MINUTE);
    expect(office.got).toEqual(['mail opened', 'slack opened (repeat)']);
  });

  it('by a bug in its template does not stop the other either', async () => {
    failing({ mail: new TypeError('ann@example.nl has no name') });
    await office.isTold(opened);
    expect(office.got).toEqual(['slack opened']);
    expect(office.news[0]?.about).toMatchObject({ failure: 'mail TypeError' });
  });
});

describe('a mail service that has no room', () => {
  async function sweepsDaily(days: number): Promise<void> {
    for (let day = 0; day < days; day++) {
      office.now = plus(office.now, DAY);
      await office.sweeps();
    }
  }

  it.each(['quota', 'rate'] as const)(
    '(%s) for longer than anything is tried: the notice waits, and is sent once there is, marked as late',
    async (kind) => {
      failing({ mail: new MailRefused('Throttling', kind) });
      await office.isTold(opened);
      await sweepsDaily(4);
      expect(await dead('list')).toEqual([]);
      expect(office.got).toEqual(['slack opened']);
      expect(office.reported).toEqual(['notice-late']);
      failing({});
      await office.waits(6 * MINUTE);
      expect(office.got).toEqual(['mail opened (late)', 'slack opened']);
    },
  );

  it('is given the patience of other failures once it fails in another way', async () => {
    failing({ mail: new MailRefused('Throttling', 'quota'), slack: throttled });
    await office.isTold(opened);
    await sweepsDaily(2);
    failing({ mail: throttled });
    await sweepsDaily(5);
    expect(office.reported).toContain('job-given-up');
    expect(office.got).toEqual(['slack opened (late)']);
  });
});

describe('a channel that refuses until a person mends it', () => {
  beforeEach(async () => {
    failing({ slack: archived });
    await office.isTold(opened);
  });

  it('is reported at once, and does not stop the other', () => {
    expect(office.got).toEqual(['mail opened']);
    expect(office.troubles).toEqual([
      {
        at: NOW,
        trouble: 'notice-refused',
        about: { lead: LEAD, kind: 'opened', channel: 'slack', reason: archived.message },
      },
    ]);
  });

  it('is asked again each quarter of an hour, and tells when it is mended', async () => {
    await office.waits(2 * HOUR);
    const asked = office.troubles.filter(({ trouble }) => trouble === 'notice-refused').map(({ at }) => at);
    for (const [n, at] of asked.slice(1).entries()) {
      const pause = Date.parse(at) - Date.parse(asked[n] ?? '');
      expect(pause).toBeGreaterThanOrEqual(15 * MINUTE);
      expect(pause).toBeLessThanOrEqual(17 * MINUTE);
    }
    failing({});
    await office.waits(17 * MINUTE);
    expect(office.got).toEqual(['mail opened', 'slack opened (late)']);
  });

  it('is given up after three days, listed, and tells late when it is tried again', async () => {
    await office.waits(3 * DAY - HOUR);
    expect(await dead('list')).toEqual([]);
    await office.waits(HOUR);
    expect(office.reported).toContain('job-given-up');
    const listed = {
      place: expect.stringContaining(`#${LEAD}#J#notice#hand#${NOW}#`),
      ...{ since: NOW, tries: expect.any(Number), failure: `slack ${archived.message}` },
    };
    expect(await dead('list')).toEqual([listed]);
    failing({});
    await office.waits(DAY);
    expect(office.got).toEqual(['mail opened']);
    expect(await dead('again')).toEqual([listed]);
    await office.sweeps();
    expect(office.got).toEqual(['mail opened', 'slack opened (late)']);
    expect(await dead('list')).toEqual([]);
  });

  it('tells nothing once it was dropped', async () => {
    await office.waits(3 * DAY);
    await dead('drop');
    failing({});
    expect(await dead('again')).toEqual([]);
    await office.waits(HOUR);
    expect(office.got).toEqual(['mail opened']);
  });
});

describe('a process that dies', () => {
  const moments = (['before', 'after'] as const).flatMap((when) =>
    (['mail', 'slack'] as const).map((channel) => ({ when, channel })),
  );

  it.each(moments)('just $when the $channel: it comes, and a repeat is marked', async ({ when, channel }) => {
    const told = dyingProcess(when, channel);
    await expect(told()).rejects.toThrow(Crash);
    const first = office.got;
    if (when === 'after') expect(first).toContain(`${channel} opened`);
    office.meanwhile = async () => {};
    await office.waits(5 * MINUTE);
    const again = office.messages.slice(first.length).map((each) => `${each.channel} ${each.isRepeat}`);
    expect(again.sort()).toEqual(['mail true', 'slack true']);
  });

  it('is respected while it may be running, also by sweeps', async () => {
    await dyingProcess('after', 'mail')().catch(() => {});
    const { length } = office.messages;
    office.meanwhile = async () => {};
    office.now = plus(NOW, LEASE_MS - SECOND);
    await office.sweeps();
    expect(await office.isTold(opened)).toBe('busy');
    expect(office.messages).toHaveLength(length);
    office.now = plus(NOW, LEASE_MS);
    await office.sweeps();
    expect(office.messages).toHaveLength(length + 2);
  });

  it.each(moments)('just $when the $channel, and then meets refusals, keeps the mark', async (moment) => {
    await dyingProcess(moment.when, moment.channel)().catch(() => {});
    const { length } = office.messages;
    office.meanwhile = async () => {};
    failing({ mail: throttled, slack: throttled });
    await office.waits(5 * MINUTE);
    failing({});
    await office.waits(2 * MINUTE);
    expect(office.messages.slice(length).map(({ isRepeat }) => isRepeat)).toEqual([true, true]);
  });

  it.each(['before', 'after'] as const)(
    '%s any call to the table loses nothing, and repeats nothing unmarked',
    async (when) => {
      let calls = 0;
      for (let isAlive = false; !isAlive; calls += 1) {
        const lead = String(calls).padStart(22, when === 'before' ? 'D' : 'E') as LeadId;
        await raisesHand(lead);
        const table = dyingTable(office.table, calls + 1, when);
        const told = office.isTold({ ...opened, lead, at: office.now }, table);
        isAlive = (await told.catch(() => 'dead')) === 'done';
        // Lambda tries an invocation again that died.
        if (!isAlive) await office.isTold({ ...opened, lead, at: office.now });
        await expectSoundMessages(lead, `call ${calls + 1}`);
      }
      expect(calls).toBeGreaterThan(6);
    },
  );

  it.each(['before', 'after'] as const)(
    '%s any call of a sweep loses nothing, and repeats nothing unmarked',
    async (when) => {
      let calls = 0;
      for (let isAlive = false; !isAlive; calls += 1) {
        const lead = String(calls).padStart(22, when === 'before' ? 'F' : 'G') as LeadId;
        await raisesHand(lead);
        failing({ mail: throttled, slack: throttled });
        await office.isTold({ ...opened, lead, at: office.now });
        failing({});
        office.now = plus(office.now, MINUTE);
        isAlive = await office.sweeps(dyingTable(office.table, calls + 1, when)).then(
          () => office.messages.some((message) => message.lead === lead),
          () => false,
        );
        await expectSoundMessages(lead, `call ${calls + 1}`);
      }
      expect(calls).toBeGreaterThan(6);
    },
  );
});

describe('a table that fails', () => {
  it('when sales is to be told fails the invocation, which Lambda tries again', async () => {
    const broken: Table = { name: office.table.name, call: () => Promise.reject(new Error('Refused')) };
    await expect(office.isTold(opened, broken)).rejects.toThrow('Refused');
    await office.isTold(opened);
    expect(office.got).toEqual(['mail opened', 'slack opened']);
  });

  it('to read what sales is to be told is reported as late too', async () => {
    const { table } = office;
    const withoutProfiles: Table = {
      name: table.name,
      call(operation, input) {
        if ('Key' in input && input.Key?.SK?.S === 'PROFILE') throw new Error('Refused');
        return table.call(operation, input);
      },
    };
    await office.isTold(opened, withoutProfiles);
    office.now = plus(NOW, 9 * MINUTE);
    await office.sweeps(withoutProfiles);
    expect(office.reported).toEqual(['job-failed']);
    office.now = plus(NOW, 11 * MINUTE);
    await office.sweeps(withoutProfiles);
    expect(office.reported).toEqual(['notice-late', 'job-failed']);
    expect(office.got).toEqual([]);
  });

  it('at any one call loses nothing, and repeats nothing unmarked', async () => {
    let calls = 0;
    for (let isDone = false; !isDone; calls += 1) {
      const lead = String(calls).padStart(22, 'H') as LeadId;
      await raisesHand(lead);
      const trigger = { ...opened, lead, at: office.now };
      const told = office.isTold(trigger, crashingTable(office.table, calls + 1, 'before'));
      isDone = (await told.catch(() => 'failed')) === 'done';
      if (!isDone) await office.isTold(trigger);
      await expectSoundMessages(lead, `call ${calls + 1}`);
    }
    expect(calls).toBeGreaterThan(6);
  });
});

function failing(how: SalesOffice['failing']): void {
  office.failing = how;
}

async function raisesHand(lead: LeadId = LEAD): Promise<void> {
  const received = { at: office.now, receivedAt: office.now };
  const event = submission('contact', { ...received, handRaise: true, values: { name: 'Ann' } });
  await putLeadEvent(office.table, lead, event);
  await scoreLead(office.system(), lead, [event]);
}

/** Told by a process that dies just before or after a channel sends. */
function dyingProcess(when: 'before' | 'after', channel: 'mail' | 'slack') {
  let isDead = false;
  const { table } = office;
  const die = async () => {
    if (isDead) throw new Crash();
  };
  office.meanwhile = async (...moment) => {
    // The other channel is done first.
    if (moment[1] === channel) await new Promise((resolve) => setTimeout(resolve, 20));
    isDead ||= moment[0] === when && moment[1] === channel;
    await die();
  };
  const dying: Table = {
    name: table.name,
    call: async (operation, input) => {
      await die();
      return table.call(operation, input);
    },
  };
  return () => office.isTold(opened, dying);
}

/** Each channel told of this lead: once, or again with a mark. Then it is quiet for an hour. */
async function expectSoundMessages(lead: LeadId, where: string): Promise<void> {
  await office.waits(4 * MINUTE);
  for (const channel of ['mail', 'slack'] as const) {
    const { once, again } = office.toldOf(lead, channel);
    expect(once + again, where).toBeGreaterThanOrEqual(1);
    expect(once, where).toBeLessThanOrEqual(1);
    expect(once + again, where).toBeLessThanOrEqual(2);
  }
  await office.waits(HOUR);
}

const dead = (order: 'list' | 'again' | 'drop') => handleDeadJobs(office.system(), { dead: order });

/** The notices that still have something to do. */
async function waiting(): Promise<object[]> {
  const jobs = await Promise.all(
    [`L#${LEAD}`, 'SALES'].map((of) => jobEntity.query(office.table, { of }, { limit: 99 })),
  );
  return jobs.flat().filter(({ data }) => data !== undefined);
}
