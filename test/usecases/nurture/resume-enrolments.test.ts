import { beforeEach, describe, expect, it } from 'vitest';
import { isErased } from '../../../shared/domain/identity/lead.ts';
import type { SubjectConsent } from '../../../shared/domain/identity/mail-consent.ts';
import { plus } from '../../../shared/domain/time.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { getEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { resumeEnrolments } from '../../../shared/usecases/nurture/resume-enrolments.ts';
import { DAY_MS, enrolled, MONDAY, newSending, playbook, type Sending } from './sending.ts';

const asked = { wording: 'Yes', page: '/', form: 'whitepaper', subjects: ['tips'], at: MONDAY };

let sending: Sending;
let ann: Awaited<ReturnType<typeof enrolled>>;
beforeEach(async () => {
  sending = await newSending();
  ann = await enrolled(sending.table, {
    lead: { mail: 'pending', subjects: { tips: 'pending' } },
    profile: { permissions: [asked], forms: { whitepaper: MONDAY } },
  });
  await sending.send(ann);
});

const day = (n: number) => plus(MONDAY, n * DAY_MS);
async function confirms(subjects: Record<string, SubjectConsent>): Promise<void> {
  const lead = await getLead(sending.table, ann.lead);
  if (lead === undefined || isErased(lead)) throw new Error('Ann is gone');
  await putLead(sending.table, { ...lead, version: lead.version + 1, mail: 'granted', subjects });
  const system = { table: sending.table, now: () => sending.now, playbook: async () => playbook };
  for (const _ of [1, 2]) await resumeEnrolments(system, ann.lead);
}
const enrolment = () => getEnrolment(sending.table, ann);

describe('somebody who does not confirm', () => {
  it('is looked at twice, once the mail is due and once it is too late, and gets no mail', async () => {
    const { version: before = 0 } = (await enrolment()) ?? {};
    await sending.live(ann, 60);
    expect(await enrolment()).toMatchObject({ status: 'ended', why: 'not-confirmed', version: before + 2 });
    expect(sending.counts()).toEqual({ paper: 1 });
  });
});

describe('somebody who confirms late', () => {
  it.each([9, 30])('on day %i gets the tips from then on, a week between them', async (late) => {
    await sending.live(ann, late);
    await confirms({ tips: 'granted' });
    expect(await enrolment()).toMatchObject({ status: 'active', due: day(late + 1) });
    await sending.live(ann, 1);
    await sending.sweepAll();
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
    await sending.live(ann, 6);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
    await sending.live(ann, 3);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
  });

  it('another subject gets no tips', async () => {
    await sending.live(ann, 9);
    await confirms({ tips: 'pending', newsletter: 'granted' });
    await sending.live(ann, 30);
    expect(sending.counts()).toEqual({ paper: 1 });
  });
});
