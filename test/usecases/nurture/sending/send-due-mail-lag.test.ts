import { beforeEach, describe, expect, it } from 'vitest';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { getLead, putLead } from '../../../../shared/store/identity/leads.ts';
import { getEnrolment } from '../../../../shared/store/nurture/enrolments.ts';
import { changeMailing, getMailing } from '../../../../shared/store/nurture/mailing.ts';
import { mailsOf } from '../../../../shared/store/nurture/mails.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { laggingTable } from '../../faulty-table.ts';
import { DAY_MS, enrolled, MONDAY, newSending, Sending } from '../sending.ts';

let table: Table;
let sending: Sending;
beforeEach(async () => {
  table = laggingTable((await newSending()).table);
  sending = new Sending(table);
});

const week = plus(MONDAY, 7 * DAY_MS);
const change = async (id: Lead['id'], more: Partial<Lead>) => {
  const lead = (await getLead(table, id)) as Lead;
  await putLead(table, { ...lead, ...more, version: lead.version + 1 });
};

describe('a mail decided on with outdated reads', () => {
  it('is sent once, on its day', async () => {
    const ann = await enrolled(table);
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
    expect(await getEnrolment(table, ann)).toMatchObject({ status: 'done' });
    expect(await mailsOf(table, ann.lead)).toHaveLength(3);
    expect((await getMailing(table, ann.lead)).recent).toHaveLength(2);
  });

  it('is sent once when many handle it in parallel', async () => {
    const ann = await enrolled(table);
    await Promise.all(Array.from({ length: 5 }, () => sending.send(ann)));
    sending.now = week;
    await Promise.all(Array.from({ length: 5 }, () => sending.send(ann)));
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
  });

  it('is sent to a lead the outdated reads do not show yet', async () => {
    const ann = await enrolled(table);
    expect(await sending.send(ann)).toBe('done');
    expect(sending.counts(ann.email)).toEqual({ paper: 1 });
  });

  it('is not sent if the person has just unsubscribed', async () => {
    const ann = await enrolled(table);
    await sending.send(ann);
    sending.now = week;
    await changeMailing(table, ann.lead, (mailing) => ({
      ...mailing,
      suppressed: { why: 'unsubscribed', at: week },
    }));
    await sending.send(ann);
    expect(sending.counts()).toEqual({ paper: 1 });
    expect(await getEnrolment(table, ann)).toMatchObject({ status: 'ended', why: 'unsubscribed' });
    expect(await mailsOf(table, ann.lead)).toHaveLength(1);
  });

  it('is not dropped for a reason that has just changed', async () => {
    const ann = await enrolled(table);
    await sending.send(ann);
    sending.now = week;
    await change(ann.lead, { mail: 'withdrawn' });
    await change(ann.lead, { mail: 'granted' });
    expect(await sending.send(ann)).toBe('done');
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
  });
});
