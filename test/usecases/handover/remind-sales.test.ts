import { beforeEach, describe, expect, it } from 'vitest';
import { notificationTrigger } from '../../../functions/notify/notification-trigger.ts';
import { domainEventsOfChange } from '../../../functions/relay/domain-events-of-change.ts';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import { isErased, type Lead } from '../../../shared/domain/identity/lead.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import type { Channel } from '../../../shared/store/handover/notices.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import {
  type Notification,
  type NotifySystem,
  notifySales,
} from '../../../shared/usecases/handover/notify-sales.ts';
import type { LeadSystem } from '../../../shared/usecases/lead-system.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, submission } from '../../domain/builders.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { crashingTable } from '../faulty-table.ts';
import { playbook as small } from '../playbook.ts';

/** A Thursday, three o'clock in Amsterdam; the Friday after it is a holiday. */
const THURSDAY = '2026-12-24T14:00:00.000Z';
const playbook: Playbook = {
  ...small,
  agreement: { ...small.agreement, holidays: ['2026-12-25'] },
  sales: salesSchema.parse({ team: { anna: { name: 'Anna' } } }),
};

let table: Table;
let now: Instant;
let sent: string[];
let requests: number;
let known: Lead | undefined;
beforeEach(async () => {
  table = await newSignedTable();
  now = THURSDAY;
  sent = [];
  requests = 0;
  known = undefined;
  await raisesHand();
});

describe('a hand-over that nobody answers', () => {
  it('is followed by a reminder after a working day, then one to the manager, once each', async () => {
    expect(sent).toEqual([]);
    await hears();
    expect(sentSince(0)).toEqual(['opened mail', 'opened slack']);
    await timePassesUntil('2026-12-28T13:59:00.000Z');
    expect(sent).toHaveLength(2);
    await timePassesUntil('2026-12-28T14:00:00.000Z');
    expect(sentSince(2)).toEqual(['reminder mail', 'reminder slack']);
    await timePassesUntil('2026-12-29T14:00:00.000Z');
    expect(sentSince(4)).toEqual(['manager mail', 'manager slack']);
    await timePassesUntil('2027-02-01T12:00:00.000Z');
    expect(sent).toHaveLength(6);
  });

  it('gets no reminder once it is answered', async () => {
    await hears();
    await act('accept');
    await timePassesUntil('2026-12-31T14:00:00.000Z');
    expect(sent).toHaveLength(2);
  });

  it('gets no reminder when an answer came before it was sent', async () => {
    await hears();
    now = '2026-12-28T14:00:00.000Z';
    await scoreLead(system(), LEAD, []);
    await act('accept', { hears: false });
    await hears();
    expect(sent).toHaveLength(2);
  });

  it.each(Array.from({ length: 7 }, (_, index) => index + 1))(
    'sends every notification when the process dies at call %i to the table, and marks each repeat',
    async (call) => {
      await hears();
      now = '2026-12-28T14:00:00.000Z';
      await scoreLead(system(), LEAD, []);
      const reminder = { kind: 'overdue', lead: LEAD, number: 1, level: 'reminder' } as const;
      const dying = { ...notifying(), table: crashingTable(table, call, 'after') };
      await notifySales(dying, reminder, 'one').catch(() => {});
      await notifySales(notifying(), reminder, 'one');
      await notifySales(notifying(), reminder, 'two');
      for (const channel of ['mail', 'slack']) {
        const mine = sent.filter((line) => line.startsWith(`reminder ${channel}`));
        expect(mine.length).toBeGreaterThanOrEqual(1);
        expect(mine.filter((line) => line === `reminder ${channel}`).length).toBeLessThanOrEqual(1);
      }
    },
  );
});

describe('a lead that sales has', () => {
  it('and that asks for contact again notifies sales at once, each time', async () => {
    await hears();
    await act('accept');
    for (const time of ['2026-12-24T15:00:00.000Z', '2026-12-24T16:00:00.000Z']) {
      now = time;
      await raisesHand();
      await hears();
    }
    expect(sentSince(2)).toEqual(['raised mail', 'raised mail', 'raised slack', 'raised slack']);
  });

  it('and that went back to marketing since does not', async () => {
    await hears();
    await act('accept');
    now = '2026-12-24T15:00:00.000Z';
    await raisesHand();
    now = '2026-12-24T15:01:00.000Z';
    await act('return', { hears: false });
    await hears();
    expect(sent).toHaveLength(2);
  });
});

/** In alphabetical order, because the order of the channels is random. */
function sentSince(count: number): string[] {
  return sent.slice(count).sort();
}

async function raisesHand(): Promise<void> {
  await scoreLead(system(), LEAD, [submission('contact', { handRaise: true, at: now, receivedAt: now })]);
}

async function act(action: 'accept' | 'return', { hears: isHeard = true } = {}): Promise<void> {
  const asked = action === 'accept' ? { action } : { action, reason: 'not-ready' as const };
  await actOnLead(system(), LEAD, { ...asked, by: 'anna' });
  if (isHeard) await hears();
}

/** Handles the lead whenever it is due, up to a moment, as the timers do. */
async function timePassesUntil(moment: Instant): Promise<void> {
  for (let due = (await lead()).due; due !== undefined && due <= moment; due = (await lead()).due) {
    now = due > now ? due : now;
    await scoreLead(system(), LEAD, []);
    await hears();
  }
  now = moment;
}

/** Publishes the changes of the lead since the last time, twice, as the bus may deliver them. */
async function hears(): Promise<void> {
  const current = await lead();
  const events = domainEventsOfChange(known, current);
  known = current;
  for (const { type, detail } of events) {
    if (type !== 'HandoverOpened' && type !== 'HandoverOverdue' && type !== 'HandRaised') continue;
    for (const request of [++requests, ++requests]) {
      await notifySales(notifying(), notificationTrigger(type, detail), String(request));
    }
  }
}

async function lead(): Promise<Lead> {
  const found = await getLead(table, LEAD);
  if (found === undefined || isErased(found)) throw new Error('There is no lead');
  return found;
}

function system(): LeadSystem {
  return { table, now: () => now, playbook: async () => playbook, newToken: () => 'token' };
}

function notifying(): NotifySystem {
  return {
    ...{ table, now: () => now, playbook: async () => playbook },
    newId: () => crypto.randomUUID(),
    channels: { mail: tell('mail'), slack: tell('slack') },
    reportRefusal: () => {},
  };
}

function tell(channel: Channel) {
  return async ({ trigger, isRepeat }: Notification) => {
    const what = trigger.kind === 'overdue' ? trigger.level : trigger.kind;
    sent.push(`${what} ${channel}${isRepeat ? ' (repeat)' : ''}`);
  };
}
