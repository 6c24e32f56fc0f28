import { beforeEach, describe, expect, it } from 'vitest';
import { isErased, type Lead } from '../../../shared/domain/identity/lead.ts';
import type { PermissionProof } from '../../../shared/domain/identity/permission-proofs.ts';
import { getsMailAbout } from '../../../shared/domain/nurture/preferences.ts';
import { plus } from '../../../shared/domain/time.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import { changeMailing, getMailing } from '../../../shared/store/nurture/mailing.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { changePreferences } from '../../../shared/usecases/identity/change-preferences.ts';
import { confirmMail } from '../../../shared/usecases/identity/confirm-mail.ts';
import { readLead } from '../../../shared/usecases/identity/read-lead/read-lead.ts';
import { unsubscribe } from '../../../shared/usecases/identity/unsubscribe.ts';
import { composeMail } from '../../../shared/usecases/nurture/send-due-mail/compose-mail.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { submission } from '../../domain/builders.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { enrolled, MONDAY, newSending, playbook, type Sending } from '../nurture/sending.ts';

const asked = plus(MONDAY, -1_000);
const proof = (subject: string, confirmedAt?: string): PermissionProof => ({
  ...{ wording: `Yes, ${subject}`, page: '/', form: 'whitepaper', subjects: [subject], at: asked },
  ...(confirmedAt && { confirmedAt }),
});

let sending: Sending;
let ann: Awaited<ReturnType<typeof enrolled>>;
let mail: string;
let minutes: number;

/** Ann has permission for tips and asked for the newsletter, and got a mail. */
beforeEach(async () => {
  sending = await newSending();
  minutes = 0;
  ann = await enrolled(sending.table, {
    lead: {
      ...{ subjects: { tips: 'granted' }, permission: { asked, granted: MONDAY }, playbook: 1 },
      started: { tips: MONDAY },
    },
    profile: { permissions: [proof('tips', MONDAY)], forms: { whitepaper: MONDAY } },
  });
  await sending.send(ann);
  mail = sending.sent[0]?.tags.mail ?? '';
});

const system = () => {
  minutes += 1;
  const now = () => plus(MONDAY, minutes * 60_000);
  return {
    table: sending.table,
    now,
    playbook: async () => playbook,
    newToken: () => 'token',
    hideBeginnings,
  };
};
async function scored(): Promise<Lead> {
  await scoreLead(system(), ann.lead, await leadEvents(sending.table, ann.lead));
  const lead = await getLead(sending.table, ann.lead);
  if (lead === undefined || isErased(lead)) throw new Error('Ann is gone');
  return lead;
}
const saves = (...subjects: string[]) => changePreferences(system(), mail, { subjects }, 'What about?');
async function mailedAbout(): Promise<string[]> {
  const [lead, mailing] = [await scored(), await getMailing(sending.table, ann.lead)];
  return ['tips', 'newsletter'].filter((subject) => getsMailAbout(subject, { lead, mailing }));
}

describe('a subject that is ticked on the preferences page', () => {
  it('is mailed about from then on, and the words of the page are the proof', async () => {
    expect(await mailedAbout()).toEqual(['tips']);
    await saves('tips', 'newsletter');
    expect(await mailedAbout()).toEqual(['tips', 'newsletter']);
    const { permissions = [] } = (await getProfile(sending.table, ann.lead)) ?? {};
    expect(permissions.at(-1)).toMatchObject({
      ...{ form: 'preferences', subjects: ['newsletter'], wording: 'What about? Newsletter' },
      confirmedAt: plus(MONDAY, 120_000),
    });
  });

  it('is no news when it was ticked already', async () => {
    const before = (await leadEvents(sending.table, ann.lead)).length;
    await saves('tips');
    expect(await leadEvents(sending.table, ann.lead)).toHaveLength(before);
  });

  it('is all that somebody gets who had unsubscribed', async () => {
    await unsubscribe(system(), mail, 'one-click');
    expect(await mailedAbout()).toEqual([]);
    await saves('newsletter');
    expect(await mailedAbout()).toEqual(['newsletter']);
  });

  it('opens an address again that bounced, as it is an act of the person itself', async () => {
    const suppressed = { why: 'hard-bounce', at: MONDAY } as const;
    await changeMailing(sending.table, ann.lead, (mailing) => ({ ...mailing, suppressed }));
    expect(await mailedAbout()).toEqual([]);
    await saves('newsletter');
    expect(await mailedAbout()).toEqual(['newsletter']);
  });
});

describe('a subject that is no longer ticked', () => {
  it('is not mailed about, until it is asked for and confirmed again', async () => {
    await saves();
    expect(await mailedAbout()).toEqual([]);
    await saves('tips');
    expect(await mailedAbout()).toEqual(['tips']);
  });

  it('is shown as withdrawn by the API, without a next mail about it', async () => {
    const shown = async () => {
      const lead = await readLead(system(), ann.lead);
      return [lead?.consent.subjects, lead?.enrolments[0]?.status];
    };
    expect(await shown()).toEqual([{ tips: 'granted' }, 'active']);
    await saves();
    expect(await shown()).toEqual([{ tips: 'withdrawn' }, 'ended']);
    await saves('newsletter');
    await scored();
    expect(await shown()).toEqual([{ tips: 'withdrawn', newsletter: 'granted' }, 'ended']);
    await saves('tips');
    expect(await shown()).toEqual([{ tips: 'granted', newsletter: 'withdrawn' }, 'active']);
  });

  it('is asked about by the mail that answers another form for it, whose button brings it back', async () => {
    await saves();
    const permission = { wording: 'Yes, tips', page: '/', subjects: ['tips'] };
    const { now } = system();
    await putLeadEvent(sending.table, ann.lead, submission('whitepaper', { permission, at: now() }));
    expect(await mailedAbout()).toEqual([]);
    const templates = async () => ({ subject: '', preheader: '', text: '{{ confirmUrl }}', html: '' });
    const { asks, outgoing } = await composeMail(
      { templates, publicUrl: 'https://api.test', websiteUrl: 'https://website.test' },
      {
        ...{ id: 'again', mail: 'paper', sequence: 'tips', step: 'paper', playbook, lead: await scored() },
        now: sending.now,
        profile: await getProfile(sending.table, ann.lead),
        mailing: await getMailing(sending.table, ann.lead),
      },
    );
    expect([asks, outgoing.text]).toEqual(['form whitepaper', 'https://api.test/confirm/again']);
    expect(await confirmMail(system(), mail)).toBe('done');
    expect(await mailedAbout()).toEqual(['tips']);
  });
});

describe('somebody who gets mails again after unsubscribing', () => {
  it('gets those about what it had permission for', async () => {
    await unsubscribe(system(), mail, 'one-click');
    await mailedAbout();
    expect(await confirmMail(system(), mail, 'preferences')).toBe('done');
    expect(await mailedAbout()).toEqual(['tips']);
  });
  it('does not get what it had unticked before it left', async () => {
    await saves('tips', 'newsletter');
    await mailedAbout();
    await saves('tips');
    await unsubscribe(system(), mail, 'one-click');
    await mailedAbout();
    await confirmMail(system(), mail, 'preferences');
    expect(await mailedAbout()).toEqual(['tips']);
  });

  it('gets what it had if it had unticked all of that', async () => {
    await saves();
    await unsubscribe(system(), mail, 'one-click');
    await mailedAbout();
    await confirmMail(system(), mail, 'preferences');
    expect(await mailedAbout()).toEqual(['tips']);
  });
});
