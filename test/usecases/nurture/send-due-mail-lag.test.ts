import { beforeEach, describe, expect, it } from 'vitest';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { plus } from '../../../shared/domain/time.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { getEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { changeMailing, getMailing } from '../../../shared/store/nurture/mailing.ts';
import { mailsOf } from '../../../shared/store/nurture/mails.ts';
import type { Table } from '../../../shared/store/table.ts';
import { laggingTable } from '../faulty-table.ts';
import { DAY_MS, enrolled, MONDAY, newSending, Sending } from './sending.ts';

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

describe('a mail that is decided upon by copies that are a moment old', () => {
  it('goes out once, on its day', async () => {
    const ann = await enrolled(table);
    await sending.live(ann, 20);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
    expect(await getEnrolment(table, ann)).toMatchObject({ status: 'done' });
    expect(await mailsOf(table, ann.lead)).toHaveLength(3);
    expect((await getMailing(table, ann.lead)).recent).toHaveLength(2);
  });

  it('goes out once when many look at it at once', async () => {
    const ann = await enrolled(table);
    await Promise.all(Array.from({ length: 5 }, () => sending.send(ann)));
    sending.now = week;
    await Promise.all(Array.from({ length: 5 }, () => sending.send(ann)));
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
  });

  it('goes to somebody whom the copies do not know yet', async () => {
    const ann = await enrolled(table);
    expect(await sending.send(ann)).toBe('sent');
    expect(sending.counts(ann.email)).toEqual({ paper: 1 });
  });

  it('does not go out when the person unsubscribed in that moment', async () => {
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

  it('is not given up for what was overtaken in that moment', async () => {
    const ann = await enrolled(table);
    await sending.send(ann);
    sending.now = week;
    await change(ann.lead, { mail: 'withdrawn' });
    await change(ann.lead, { mail: 'granted' });
    expect(await sending.send(ann)).toBe('sent');
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
  });
});
