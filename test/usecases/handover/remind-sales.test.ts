import { beforeEach, describe, expect, it } from 'vitest';
import { notificationTrigger } from '../../../functions/notify/notification-trigger.ts';
import { domainEventsOfChange } from '../../../functions/relay/domain-events-of-change.ts';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import { isErased, type Lead } from '../../../shared/domain/identity/lead.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, submission } from '../../domain/builders.ts';
import { dyingTable } from '../faulty-table.ts';
import { playbook as small } from '../playbook.ts';
import { MINUTE, SalesOffice } from './sales-office.ts';

/** A Thursday, three o'clock in Amsterdam; the Friday after it is a holiday. */
const THURSDAY = '2026-12-24T14:00:00.000Z';
const playbook: Playbook = {
  ...small,
  agreement: { ...small.agreement, holidays: ['2026-12-25'] },
  sales: salesSchema.parse({ team: { anna: { name: 'Anna' } } }),
};

let office: SalesOffice;
let known: Lead | undefined;
beforeEach(async () => {
  office = await SalesOffice.opens(THURSDAY, playbook);
  known = undefined;
  await raisesHand();
});

describe('a hand-over that nobody answers', () => {
  it('is followed by a reminder after a working day, then one to the manager, once each', async () => {
    expect(office.got).toEqual([]);
    await hears();
    expect(sentSince(0)).toEqual(['mail opened', 'slack opened']);
    await timePassesUntil('2026-12-28T13:59:00.000Z');
    expect(office.messages).toHaveLength(2);
    await timePassesUntil('2026-12-28T14:00:00.000Z');
    expect(sentSince(2)).toEqual(['mail reminder', 'slack reminder']);
    await timePassesUntil('2026-12-29T14:00:00.000Z');
    expect(sentSince(4)).toEqual(['mail manager', 'slack manager']);
    await timePassesUntil('2027-02-01T12:00:00.000Z');
    expect(office.messages).toHaveLength(6);
  });

  it('gets no reminder once it is answered', async () => {
    await hears();
    await act('accept');
    await timePassesUntil('2026-12-31T14:00:00.000Z');
    expect(office.messages).toHaveLength(2);
  });

  it('gets no reminder when an answer came before it was sent', async () => {
    await hears();
    office.now = '2026-12-28T14:00:00.000Z';
    await scoreLead(office.system(), LEAD, []);
    await act('accept', { hears: false });
    await hears();
    expect(office.messages).toHaveLength(2);
  });

  it.each(Array.from({ length: 9 }, (_, index) => index + 1))(
    'sends every notification when the process dies at call %i to the table, and marks each repeat',
    async (call) => {
      await hears();
      office.now = '2026-12-28T14:00:00.000Z';
      await scoreLead(office.system(), LEAD, []);
      const { now } = office;
      const reminder = { kind: 'overdue', lead: LEAD, at: now, number: 1, level: 'reminder' } as const;
      await office.isTold(reminder, dyingTable(office.table, call, 'after')).catch(() => {});
      await office.isTold(reminder);
      await office.waits(5 * MINUTE);
      await office.isTold(reminder);
      for (const channel of ['mail', 'slack']) {
        const mine = office.got.filter((line) => line.startsWith(`${channel} reminder`));
        expect(mine.length).toBeGreaterThanOrEqual(1);
        expect(mine.filter((line) => line === `${channel} reminder`).length).toBeLessThanOrEqual(1);
      }
    },
  );
});

describe('a lead that sales has', () => {
  it('and that asks for contact again notifies sales at once, each time', async () => {
    await hears();
    await act('accept');
    for (const time of ['2026-12-24T15:00:00.000Z', '2026-12-24T16:00:00.000Z']) {
      office.now = time;
      await raisesHand();
      await hears();
    }
    expect(sentSince(2)).toEqual(['mail raised', 'mail raised', 'slack raised', 'slack raised']);
  });

  it('and that went back to marketing since does not', async () => {
    await hears();
    await act('accept');
    office.now = '2026-12-24T15:00:00.000Z';
    await raisesHand();
    office.now = '2026-12-24T15:01:00.000Z';
    await act('return', { hears: false });
    await hears();
    expect(office.messages).toHaveLength(2);
  });
});

/** What sales got after so many messages. */
function sentSince(count: number): string[] {
  return office.messages
    .slice(count)
    .map(({ channel, what }) => `${channel} ${what}`)
    .sort();
}

async function raisesHand(): Promise<void> {
  const { now } = office;
  await scoreLead(office.system(), LEAD, [
    submission('contact', { handRaise: true, at: now, receivedAt: now }),
  ]);
}

async function act(action: 'accept' | 'return', { hears: isHeard = true } = {}): Promise<void> {
  const asked = action === 'accept' ? { action } : { action, reason: 'not-ready' as const };
  await actOnLead(office.system(), LEAD, { ...asked, by: 'anna' });
  if (isHeard) await hears();
}

/** Handles the lead whenever it is due, up to a moment, as the timers do. */
async function timePassesUntil(moment: Instant): Promise<void> {
  for (let due = (await lead()).due; due !== undefined && due <= moment; due = (await lead()).due) {
    if (due > office.now) office.now = due;
    await scoreLead(office.system(), LEAD, []);
    await hears();
  }
  office.now = moment;
}

/** Publishes the changes of the lead since the last time, twice, as the bus may deliver them. */
async function hears(): Promise<void> {
  const current = await lead();
  const events = domainEventsOfChange(known, current);
  known = current;
  for (const { type, detail } of events) {
    if (type !== 'HandoverOpened' && type !== 'HandoverOverdue' && type !== 'HandRaised') continue;
    await office.isTold(notificationTrigger(type, detail));
    await office.isTold(notificationTrigger(type, detail));
  }
}

async function lead(): Promise<Lead> {
  const found = await getLead(office.table, LEAD);
  if (found === undefined || isErased(found)) throw new Error('There is no lead');
  return found;
}
