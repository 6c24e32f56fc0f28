import { beforeEach, describe, expect, it } from 'vitest';
import { type SesEvent, sesEvent } from '../../../shared/contract/ses-events.ts';
import type { ActiveEnrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { startEnrolment } from '../../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import type { Mailing } from '../../../shared/domain/nurture/mailing.ts';
import { type Plan, planOf } from '../../../shared/domain/nurture/plan.ts';
import { plus } from '../../../shared/domain/time.ts';
import { putEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { getMailing } from '../../../shared/store/nurture/mailing.ts';
import { getMail } from '../../../shared/store/nurture/mails.ts';
import { countReport, sendingCountsSince } from '../../../shared/store/nurture/sending-state.ts';
import type { Table } from '../../../shared/store/table.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { confirmMail } from '../../../shared/usecases/identity/confirm-mail.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { readLead } from '../../../shared/usecases/identity/read-lead/read-lead.ts';
import { recordFeedback } from '../../../shared/usecases/nurture/record-feedback.ts';
import { Crash, countingTable, dyingTable, repeatingTable } from '../faulty-table.ts';
import { DAY_MS, enrolled, MONDAY, newSending, playbook, type Sending } from './sending.ts';

let sending: Sending;
let ann: Awaited<ReturnType<typeof enrolled>>;
let mail: string;
const another = async () => {
  sending = await newSending();
  ann = await enrolled(sending.table);
  await sending.send(ann);
  mail = sending.sent[0]?.tags.mail ?? '';
};
beforeEach(another);

const at = plus(MONDAY, 60_000);
const about = (id = mail) => ({ timestamp: MONDAY, tags: { mail: [id], 'ses:configuration-set': ['set'] } });
const bounce = (bounceType: string, bounceSubType = 'General', id = mail, timestamp = at): object => ({
  eventType: 'Bounce',
  mail: about(id),
  bounce: { timestamp, bounceType, bounceSubType },
});
const delivery = (id = mail, timestamp = at) => ({
  eventType: 'Delivery',
  mail: about(id),
  delivery: { timestamp },
});
const complaint = () => ({
  eventType: 'Complaint',
  mail: about(),
  complaint: { timestamp: at, complaintFeedbackType: 'abuse' },
});

const system = () => ({ table: sending.table, now: () => sending.now });
const take = (event: object) => recordFeedback(system(), sesEvent.parse(event) as SesEvent);
const kept = (): Promise<Mailing> => getMailing(sending.table, ann.lead);
const history = async () => (await leadEvents(sending.table, ann.lead)).map(({ type }) => type);
/** All mails of these tests were asked for. */
const bounces = async () => (await sendingCountsSince(sending.table, '2026-01-01')).unreachable;

describe('a delivery', () => {
  it('is stored on the mail and in the history once, however often it is reported', async () => {
    await take(delivery());
    await take(delivery());
    expect(await getMail(sending.table, mail)).toMatchObject({ fate: 'delivered', deliveredAt: at });
    expect(await history()).toEqual(['delivery']);
  });

  it('does not hide a complaint reported before it', async () => {
    await take(complaint());
    await take(delivery());
    expect(await getMail(sending.table, mail)).toMatchObject({ fate: 'complained' });
  });
});

describe('a hard bounce', () => {
  it.each(['General', 'NoEmail', 'OnAccountSuppressionList'])(
    '(%s) stops all mail at once',
    async (subtype) => {
      await take(bounce('Permanent', subtype));
      expect((await kept()).suppressed).toEqual({ why: 'hard-bounce', at });
      expect(await history()).toEqual(['bounce', 'mail-consent']);
      await sending.live(ann, 20);
      expect(sending.counts()).toEqual({ paper: 1 });
    },
  );

  it('counts once for the brake, and not if SES did not try', async () => {
    await take(bounce('Permanent'));
    await take(bounce('Permanent'));
    expect(await bounces()).toBe(1);
    await sending.send(await enrolled(sending.table));
    const other = sending.sent[1]?.tags.mail ?? '';
    await take(bounce('Permanent', 'OnAccountSuppressionList', other));
    expect(await bounces()).toBe(1);
  });
});

describe.each([
  { what: 'a hard bounce', event: () => bounce('Permanent'), type: 'bounce', counted: 'unreachable' },
  { what: 'a complaint', event: () => complaint(), type: 'complaint', counted: 'complaints' },
] as const)('the report of $what', ({ event, type, counted }) => {
  const report = (over: Table) =>
    recordFeedback({ ...system(), table: over }, sesEvent.parse(event()) as SesEvent);
  const counts = async () => (await sendingCountsSince(sending.table, '2026-01-01'))[counted];
  const isRecordedOnce = async () => {
    expect((await kept()).suppressed?.at).toBe(at);
    expect(await history()).toEqual([type, 'mail-consent']);
    expect(await counts()).toBe(1);
  };

  it('is recorded once and counts once for the brake, whichever call it dies at', async () => {
    const counting = countingTable(sending.table);
    await report(counting);
    expect(counting.calls).toBeGreaterThan(4);
    for (let call = 1; call <= counting.calls; call++) {
      for (const when of ['before', 'after'] as const) {
        await another();
        await expect(report(dyingTable(sending.table, call, when))).rejects.toThrow(Crash);
        await report(sending.table);
        await isRecordedOnce();
      }
    }
  });

  it('is recorded once when it is told twice at once, or every answer of the table gets lost', async () => {
    await Promise.all([report(sending.table), report(sending.table), report(sending.table)]);
    await isRecordedOnce();
    await another();
    await report(repeatingTable(sending.table));
    await isRecordedOnce();
  });

  it('counts on a day with more than four hundred, and once if it is one of the first four hundred', async () => {
    const many = Array.from({ length: 420 }, (_, n) => `${n}-mail-of-that-day`);
    for (const id of many) await countReport(sending.table, { mail: id, at }, counted);
    await report(sending.table);
    expect(await counts()).toBe(421);
    for (const id of many.slice(0, 20)) await countReport(sending.table, { mail: id, at }, counted);
    expect(await counts()).toBe(421);
  });
});

describe('a complaint', () => {
  it('stops all mail at once', async () => {
    await take(complaint());
    expect((await kept()).suppressed).toEqual({ why: 'complaint', at });
    expect(await history()).toEqual(['complaint', 'mail-consent']);
    expect((await sendingCountsSince(sending.table, '2026-01-01')).complaints).toBe(1);
  });
});

describe('a soft bounce', () => {
  const mails = ['one', 'two', 'three', 'four', 'five'];
  const bounced = async (names: string[], timestamp = at) => {
    const { putMail } = await import('../../../shared/store/nurture/mails.ts');
    const sent = await getMail(sending.table, mail);
    for (const id of names) {
      await putMail(sending.table, { ...sent, id, doubted: true } as never);
      await take(bounce('Transient', 'MailboxFull', id, timestamp));
    }
  };

  it('alone stops nothing, and counts once when reported twice', async () => {
    await take(bounce('Transient', 'MailboxFull'));
    await take(bounce('Transient', 'MailboxFull'));
    expect(await kept()).toMatchObject({ softBounces: 1 });
    expect((await kept()).suppressed).toBeUndefined();
  });

  it('stops all mail when it is the fifth in a row', async () => {
    await bounced(mails.slice(0, 4));
    expect((await kept()).suppressed).toBeUndefined();
    await bounced(mails.slice(4));
    expect((await kept()).suppressed).toMatchObject({ why: 'soft-bounces' });
  });

  it('no longer counts after a delivery', async () => {
    await bounced(mails.slice(0, 4));
    await take(delivery('four', plus(at, 1)));
    await bounced(mails.slice(4), plus(at, 2));
    expect(await kept()).toMatchObject({ softBounces: 1 });
  });
});

describe('a bounce about the mail itself', () => {
  it.each(['MessageTooLarge', 'ContentRejected', 'AttachmentRejected'])(
    '(%s) is not held against the person',
    async (subtype) => {
      for (const id of [mail, mail]) await take(bounce('Transient', subtype, id));
      expect((await kept()).softBounces).toBe(0);
      expect(await bounces()).toBe(0);
      expect(await getMail(sending.table, mail)).toMatchObject({ fate: 'bounced' });
    },
  );
});

describe('the report that a mail was sent', () => {
  it('marks a mail as sent whose sender crashed', async () => {
    const ben = await enrolled(sending.table);
    sending.after = () => {
      throw new Error('died');
    };
    await sending.sweep(ben);
    sending.after = () => {};
    const id = sending.sent[1]?.tags.mail ?? '';
    await take({ eventType: 'Send', mail: about(id), send: {} });
    expect(await getMail(sending.table, id)).toMatchObject({ sentAt: MONDAY });
    await sending.live(ben, 1);
    expect(sending.counts(ben.email)).toEqual({ paper: 1 });
  });
});

describe('a report without consequences', () => {
  it.each(['a mail of nobody', 'a delay', 'a mail to our own people'])(
    '(%s) changes nothing',
    async (what) => {
      if (what === 'a mail of nobody') await take(bounce('Permanent', 'General', 'unknown'));
      if (what === 'a delay') await take({ eventType: 'DeliveryDelay', mail: about() });
      if (what === 'a mail to our own people') {
        await take({ ...bounce('Permanent'), mail: { timestamp: MONDAY, tags: { lead: ['x'] } } });
      }
      expect(await history()).toEqual([]);
      expect((await kept()).suppressed).toBeUndefined();
    },
  );

  it('(about an erased lead) brings nothing back', async () => {
    await eraseLead(sending.jobs, ann.lead);
    await take(complaint());
    expect(await history()).toEqual([]);
    expect((await kept()).version).toBe(0);
  });

  it('(a mail rejected for a virus) does not count against the person', async () => {
    await take({ eventType: 'Reject', mail: about(), reject: { reason: 'Bad content' } });
    expect(await getMail(sending.table, mail)).toMatchObject({ fate: 'rejected' });
    expect((await kept()).suppressed).toBeUndefined();
    sending.now = plus(MONDAY, DAY_MS);
  });
});

describe('somebody who comes back after a permanent bounce', () => {
  const asks = async (days: number) => {
    sending.now = plus(at, days * DAY_MS);
    const again = { ...ann, startedAt: sending.now };
    const plan = planOf('tips', undefined, playbook) as Plan;
    await putEnrolment(sending.table, startEnrolment(again, plan) as ActiveEnrolment);
    await sending.sweep(again);
    return sending.sent.at(-1)?.tags.mail ?? '';
  };
  const papers = () => sending.counts(ann.email).paper;

  beforeEach(() => take(bounce('Permanent')));

  it('gets nothing on the same day, and a day later one new try', async () => {
    await asks(0.5);
    expect(papers()).toBe(1);
    await asks(1);
    expect(papers()).toBe(2);
    await asks(1.9);
    expect(papers()).toBe(2);
  });

  it('gets what it asks for again once that was delivered, also when the first bounce is told again', async () => {
    const id = await asks(1);
    await take(delivery(id, plus(sending.now, 5_000)));
    expect((await kept()).suppressed).toBeUndefined();
    await take(bounce('Permanent'));
    expect((await kept()).suppressed).toBeUndefined();
    await asks(1.9);
    expect(papers()).toBe(3);
    expect((await history()).filter((type) => type === 'mail-consent')).toHaveLength(1);
  });

  it('gets nothing more when the try bounces as well, until another day', async () => {
    const id = await asks(1);
    await take(bounce('Permanent', 'General', id, plus(sending.now, 5_000)));
    expect((await kept()).suppressed).toEqual({ why: 'hard-bounce', at: plus(at, DAY_MS + 5_000) });
    await asks(1.9);
    expect(papers()).toBe(2);
    await asks(3);
    expect(papers()).toBe(3);
  });

  it('is told by the API: why the address is closed, and from when it is tried again', async () => {
    const told = async () =>
      (
        await readLead(
          { table: sending.table, now: () => sending.now, playbook: async () => playbook },
          ann.lead,
        )
      )?.address;
    expect(await told()).toEqual({ closed: { why: 'hard-bounce', at, tryFrom: plus(at, DAY_MS) } });
    await take(delivery(await asks(1), plus(sending.now, 5_000)));
    expect(await told()).toEqual({ closed: null });
    await take(complaint());
    expect(await told()).toEqual({ closed: { why: 'complaint', at } });
  });

  it('is tried once when several processes send at once', async () => {
    sending.now = plus(at, DAY_MS);
    const again = { ...ann, startedAt: sending.now };
    const plan = planOf('tips', undefined, playbook) as Plan;
    await putEnrolment(sending.table, startEnrolment(again, plan) as ActiveEnrolment);
    await Promise.all([sending.send(again), sending.send(again)].map((one) => one.catch(() => {})));
    expect(papers()).toBe(2);
  });
});

describe('somebody who comes back after a complaint', () => {
  it('gets nothing by a form, and mail again by the button on the preferences page', async () => {
    await take(complaint());
    sending.now = plus(at, 30 * DAY_MS);
    const again = { ...ann, startedAt: sending.now };
    const plan = planOf('tips', undefined, playbook) as Plan;
    await putEnrolment(sending.table, startEnrolment(again, plan) as ActiveEnrolment);
    await sending.sweep(again);
    expect(sending.counts(ann.email)).toEqual({ paper: 1 });
    await confirmMail({ table: sending.table, now: () => sending.now }, mail, 'confirmation');
    expect((await kept()).suppressed?.why).toBe('complaint');
    await confirmMail({ table: sending.table, now: () => sending.now }, mail, 'preferences');
    expect((await kept()).suppressed).toBeUndefined();
    await take(complaint());
    expect((await kept()).suppressed).toBeUndefined();
  });
});
