import { beforeEach, describe, expect, it } from 'vitest';
import { isErased, type Lead } from '../../../../shared/domain/identity/lead.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { MailRefused } from '../../../../shared/gateways/nurture/ses-refusal.ts';
import { getLead, putLead } from '../../../../shared/store/identity/leads.ts';
import { getEnrolment } from '../../../../shared/store/nurture/enrolments.ts';
import { changeMailing, getMailing } from '../../../../shared/store/nurture/mailing.ts';
import { getMail, mailsOf, markSent } from '../../../../shared/store/nurture/mails.ts';
import { eraseLead } from '../../../../shared/usecases/identity/erase-lead.ts';
import { RESEND_AFTER_MS } from '../../../../shared/usecases/nurture/send-due-mail/mail-sender.ts';
import { DAY_MS, enrolled, MONDAY, newSending, type Sending } from '../sending.ts';

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
});

const minutes = (count: number) => count * 60_000;
const unsubscribe = (of: { lead: Lead['id'] }) =>
  changeMailing(sending.table, of.lead, (mailing) => ({
    ...mailing,
    suppressed: { why: 'unsubscribed', at: sending.now },
  }));

describe('a person in a sequence', () => {
  it('gets each mail once, on its day', async () => {
    const ann = await enrolled(sending.table);
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
    const done = await getEnrolment(sending.table, ann);
    expect(done).toMatchObject({ status: 'done', sent: { paper: MONDAY } });
    expect(Object.keys(done?.sent ?? {})).toEqual(['paper', 'tip-1', 'tip-2']);
  });

  it('is its only recipient, with one-click unsubscribe and our id for the reports', async () => {
    const ann = await enrolled(sending.table);
    await sending.send(ann);
    const [mail] = sending.sent;
    const id = mail?.tags.mail ?? '';
    expect(mail?.to).toEqual([ann.email]);
    expect(mail?.from).toBe('Kansrijk');
    expect(mail?.headers).toEqual({
      'List-Unsubscribe': `<https://api.test/unsubscribe/${id}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(await getMail(sending.table, id)).toMatchObject({
      lead: ann.lead,
      step: 'paper',
      heading: mail?.subject,
      claimedAt: MONDAY,
    });
    expect(await mailsOf(sending.table, ann.lead)).toEqual([id]);
  });

  it('is tracked only with consent', async () => {
    const ann = await enrolled(sending.table);
    const ben = await enrolled(sending.table, { lead: { tracking: 'denied' } });
    await sending.send(ann);
    await sending.send(ben);
    const [tracked, untracked] = sending.sent;
    expect(tracked?.html).toContain(`https://api.test/c/${tracked?.tags.mail}/0`);
    expect(tracked?.html).toContain(`/o/${tracked?.tags.mail}.gif`);
    expect(untracked?.html).not.toMatch(/\/c\/|\/o\//);
    expect(await getMail(sending.table, untracked?.tags.mail ?? '')).toMatchObject({
      tracked: false,
      links: [],
    });
  });

  it('gets nothing twice when many handle the enrolment in parallel', async () => {
    const ann = await enrolled(sending.table);
    await sending.send(ann);
    sending.now = plus(MONDAY, 7 * DAY_MS);
    await Promise.all(Array.from({ length: 5 }, () => sending.send(ann)));
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
    expect(await mailsOf(sending.table, ann.lead)).toHaveLength(2);
  });

  it('gets only requested mails until the permission is confirmed', async () => {
    const ann = await enrolled(sending.table, { lead: { mail: 'pending' } });
    await sending.live(ann, 10);
    expect(sending.counts()).toEqual({ paper: 1 });
  });
});

describe('two sequences with mails due at the same time', () => {
  it('do not exceed the frequency cap together', async () => {
    const ann = await enrolled(sending.table);
    await sending.send(ann);
    await changeMailing(sending.table, ann.lead, (mailing) => ({
      ...mailing,
      recent: [plus(MONDAY, 6 * DAY_MS)],
    }));
    sending.now = plus(MONDAY, 7 * DAY_MS);
    // Another mail takes the last place between the read and the claim.
    const { table } = sending;
    let writes = 0;
    const racing: typeof table = {
      name: table.name,
      async call(operation, input) {
        const output = await table.call(operation, input);
        if (operation === 'PutItem' && ++writes === 3) {
          await changeMailing(table, ann.lead, (mailing) => ({
            ...mailing,
            recent: [...mailing.recent, plus(sending.now, -1)],
          }));
        }
        return output;
      },
    };
    expect(await sending.send(ann, { table: racing })).toBe('done');
    expect(sending.counts()).toEqual({ paper: 1 });
    expect(await getEnrolment(table, ann)).toMatchObject({ status: 'active', waits: 'cap' });
  });
});

describe('a person who leaves', () => {
  it('between due and sending gets no mail', async () => {
    const ann = await enrolled(sending.table);
    await sending.send(ann);
    sending.now = plus(MONDAY, 7 * DAY_MS);
    await unsubscribe(ann);
    await sending.send(ann);
    expect(sending.counts()).toEqual({ paper: 1 });
    expect(await getEnrolment(sending.table, ann)).toMatchObject({ status: 'ended', why: 'unsubscribed' });
  });

  it.each([1, 2, 3, 4])('between claim and sending (after write %i) gets no mail', async (write) => {
    const ann = await enrolled(sending.table);
    await sending.send(ann);
    sending.now = plus(MONDAY, 7 * DAY_MS);
    const { table } = sending;
    let writes = 0;
    const leaving: typeof table = {
      name: table.name,
      async call(operation, input) {
        const output = await table.call(operation, input);
        if (operation === 'PutItem' && ++writes === write) await unsubscribe(ann);
        return output;
      },
    };
    await sending.send(ann, { table: leaving });
    expect(sending.counts()).toEqual({ paper: 1 });
    expect(await getEnrolment(table, ann)).toMatchObject({ status: 'ended', why: 'unsubscribed' });
    expect(await mailsOf(table, ann.lead)).toHaveLength(1);
    expect((await getMailing(table, ann.lead)).recent).toEqual([]);
  });

  it.each([1, 2, 3, 4])(
    'by being erased (after write %i) gets no mail, and nothing comes back',
    async (write) => {
      const ann = await enrolled(sending.table);
      await sending.send(ann);
      sending.now = plus(MONDAY, 7 * DAY_MS);
      const { table } = sending;
      let writes = 0;
      const erasing: typeof table = {
        name: table.name,
        async call(operation, input) {
          const output = await table.call(operation, input);
          if (operation === 'PutItem' && ++writes === write) {
            await eraseLead(sending.jobs, ann.lead);
          }
          return output;
        },
      };
      await sending.send(ann, { table: erasing });
      expect(sending.counts()).toEqual({ paper: 1 });
      const kept = await getLead(table, ann.lead);
      expect(kept && isErased(kept)).toBe(true);
      expect(await mailsOf(table, ann.lead)).toEqual([]);
      expect(await getEnrolment(table, ann)).toBeUndefined();
      expect((await getMailing(table, ann.lead)).version).toBe(0);
    },
  );

  it('by raising a hand gets no mail', async () => {
    const ann = await enrolled(sending.table);
    await sending.send(ann);
    sending.now = plus(MONDAY, 7 * DAY_MS);
    const before = (await getLead(sending.table, ann.lead)) as Lead;
    await putLead(sending.table, { ...before, version: before.version + 1, readiness: 'hand-raiser' });
    await sending.send(ann);
    expect(await getEnrolment(sending.table, ann)).toMatchObject({ status: 'ended', why: 'raised-hand' });
  });
});

describe('a mail service that refuses', () => {
  it.each(['rate', 'busy', 'account', 'quota'] as const)(
    'temporarily (%s) delays a mail and loses none',
    async (kind) => {
      const ann = await enrolled(sending.table);
      await sending.send(ann);
      sending.now = plus(MONDAY, 7 * DAY_MS);
      let times = 2;
      sending.before = () => {
        if (times-- > 0) throw new MailRefused('No', kind);
      };
      await sending.sweep(ann);
      expect(await sending.dueOf(ann)).toMatchObject({ tries: kind === 'busy' ? 1 : 0, failure: kind });
      expect(await getEnrolment(sending.table, ann)).toMatchObject({
        status: 'active',
        planned: sending.now,
      });
      expect((await getMailing(sending.table, ann.lead)).recent).toEqual([]);
      await sending.live(ann, 7);
      expect(sending.counts()).toMatchObject({ paper: 1, 'tip-1': 1 });
      const hour = new Date(sending.now).getUTCHours();
      expect(hour).toBeGreaterThanOrEqual(8);
    },
  );

  it('for good skips the step, and the sequence goes on', async () => {
    const ann = await enrolled(sending.table);
    sending.before = (mail) => {
      if (mail.tags['ses:feedback-id-b'] === 'tip-1') throw new MailRefused('MessageRejected', 'mail');
    };
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-2': 1 });
    expect(await getEnrolment(sending.table, ann)).toMatchObject({ skipped: { 'tip-1': 'refused' } });
    expect(sending.news).toEqual(['mail-refused: MessageRejected']);
    expect(await mailsOf(sending.table, ann.lead)).toHaveLength(2);
  });
});

describe('a mail service that does not answer', () => {
  const silent = () => {
    throw new Error('timeout');
  };

  it('gets no marketing mail again', async () => {
    const ann = await enrolled(sending.table);
    await sending.send(ann);
    sending.now = plus(MONDAY, 7 * DAY_MS);
    sending.after = silent;
    await sending.send(ann);
    sending.after = () => {};
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
    expect(sending.news).toEqual(['mail-fate-unknown: Error']);
  });

  it('gets a requested mail again after ten minutes, under the same id', async () => {
    const ann = await enrolled(sending.table);
    sending.after = silent;
    await expect(sending.send(ann)).rejects.toThrow('mail-fate-unknown');
    sending.after = () => {};
    sending.now = plus(MONDAY, minutes(9));
    await sending.send(ann);
    expect(sending.counts()).toEqual({ paper: 1 });
    sending.now = plus(MONDAY, RESEND_AFTER_MS);
    await sending.send(ann);
    expect(sending.counts()).toEqual({ paper: 2 });
    expect(sending.sent[0]?.tags.mail).toBe(sending.sent[1]?.tags.mail);
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 2, 'tip-1': 1, 'tip-2': 1 });
  });

  it('does not get it again after it reported it as sent', async () => {
    const ann = await enrolled(sending.table);
    sending.after = silent;
    await sending.sweep(ann);
    sending.after = () => {};
    await markSent(sending.table, sending.sent[0]?.tags.mail ?? '', sending.now);
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
  });

  it('gets it again after a refusal, still under the same id', async () => {
    const ann = await enrolled(sending.table);
    sending.after = silent;
    await sending.sweep(ann);
    sending.after = () => {};
    let times = 3;
    sending.before = () => {
      if (times-- > 0) throw new MailRefused('Throttling', 'rate');
    };
    await sending.live(ann, 1);
    expect(sending.sent.map(({ tags }) => tags.mail)).toEqual([
      sending.sent[0]?.tags.mail,
      sending.sent[0]?.tags.mail,
    ]);
    expect(await mailsOf(sending.table, ann.lead)).toHaveLength(1);
  });
});
