import { describe, expect, it } from 'vitest';
import { byMail, bySlack } from '../../../functions/notify/channels.ts';
import { byOwnMail } from '../../../functions/notify/own-mail.ts';
import type { Handover } from '../../../shared/domain/handover/handover.ts';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { OutgoingMail } from '../../../shared/gateways/nurture/mailer.ts';
import type { Notification, NotificationTrigger } from '../../../shared/usecases/handover/notify-sales.ts';
import { LEAD, lead } from '../../domain/builders.ts';
import { dossier, HANDOVER, raisedHand, shippedPlaybook } from '../../web/handover/dossier/example.ts';

const env: Parameters<typeof byMail>[1] = {
  ...{ SALES: ['sales@example.com', 'desk@example.com'], MANAGER: 'manager@example.com' },
  ...{ PUBLIC_URL: 'https://leads.example.com', TIME_ZONE: 'Europe/Amsterdam' },
  LANGUAGE: 'en',
};
/** A Friday, three o'clock in Amsterdam. */
const openedAt = '2026-11-27T14:00:00.000Z';
const team = {
  anna: { name: 'Anna', email: 'anna@example.com', slack: 'U024BE7LH' },
  bram: { name: 'Bram', email: 'sales@example.com' },
  carla: { name: 'Carla', email: 'carla@example.com', language: 'nl' },
  dirk: { name: 'Dirk' },
};
const reminder: NotificationTrigger = {
  ...{ kind: 'overdue', lead: LEAD, at: openedAt, number: 1, level: 'reminder' },
};
const manager: NotificationTrigger = { ...reminder, level: 'manager' };
const opened: NotificationTrigger = {
  ...{ kind: 'opened', lead: LEAD, at: openedAt, number: 1, reason: 'threshold' },
};
const raised: NotificationTrigger = { kind: 'raised', lead: LEAD, at: openedAt };

describe('a hand-over', () => {
  it('is mailed to all of sales, and to the person it is for at their own address, once each', async () => {
    expect((await mailOf(opened, { to: 'anna' })).to).toEqual(env.SALES);
    expect((await mailOf(opened, { to: 'bram' })).to).toEqual(['desk@example.com']);
    expect((await mailOf(opened, { to: 'who left' })).to).toEqual(env.SALES);
  });

  it.each([
    ['turn', 'For Anna: next in turn'],
    ['company', 'For Anna: has colleagues of this lead already'],
    ['postcode 3000-3999', 'For Anna: postcode 3000–3999'],
    ['country BE, employees 250-', 'For Anna: Belgium, from 250 employees'],
    ['page /pricing', 'For Anna: visited /pricing'],
  ])('says why it went to somebody: %s', async (via, line) => {
    expect((await mailOf(opened, { to: 'anna', via })).text).toContain(line);
  });

  it('mentions the person it is for in Slack, and nobody who only has the same name', async () => {
    expect(await slackOf(opened, { to: 'anna' })).toContain('For Anna <@U024BE7LH>');
    expect(await slackOf(opened, { to: '<@U024BE7LH>' })).not.toContain('<@U');
  });
});

describe('the mail to the person who has a lead', () => {
  const own = async (about: Notification[]) => {
    const sent: OutgoingMail[] = [];
    const send = async (mail: OutgoingMail) => void sent.push(mail);
    await byOwnMail({ send }, env, async ({ member }) => `token-of-${member}`)(about as [Notification]);
    return sent;
  };
  const give: NotificationTrigger = { kind: 'assigned', lead: LEAD, at: openedAt, number: 1, action: 1 };
  const call: NotificationTrigger = { kind: 'call', lead: LEAD, at: openedAt, number: 1, callAt: openedAt };

  it('has a link for that person alone, which no other mail has', async () => {
    const [mail] = await own([notificationOf(opened, { to: 'anna' }, openedAt, {})]);
    expect(mail).toMatchObject({ to: ['anna@example.com'] });
    expect(mail?.text).toContain('.token-of-anna.anna?answer=accept');
    expect(mail?.text).toContain(`/console/leads/${LEAD}`);
    expect((await mailOf(opened, { to: 'anna' })).text).not.toContain('token-of');
  });

  it('is in the language of that person', async () => {
    const one = notificationOf(opened, { to: 'carla' }, openedAt, {});
    expect((await own([one]))[0]).toMatchObject({
      to: ['carla@example.com'],
      text: expect.stringContaining('Overnemen'),
    });
  });

  it('is not sent to who has no address, nor of what only the manager hears', async () => {
    expect(await own([notificationOf(opened, { to: 'dirk' }, openedAt, {})])).toEqual([]);
    expect(await own([notificationOf(manager, { to: 'anna' }, openedAt, {})])).toEqual([]);
  });

  it('tells each of several people of their own leads', async () => {
    const about = ['anna', 'carla', 'anna'].map((to) => notificationOf(raised, { to }, openedAt, {}));
    expect((await own(about)).map(({ to }) => to[0])).toEqual(['anna@example.com', 'carla@example.com']);
  });

  it('says who gave a lead and why, and sales hears of it only if that person has no address', async () => {
    const given = notificationOf(give, { to: 'bram', owner: 'anna' }, openedAt, {});
    given.dossier.actions.push({
      action: 'assign',
      number: 1,
      at: openedAt,
      by: 'Bram',
      to: 'Anna',
      note: 'Speaks French',
    });
    const [mail] = await own([given]);
    expect(mail).toMatchObject({ subject: 'Bram gave Ann de Vries to Anna', to: ['anna@example.com'] });
    expect(mail?.text).toContain('Why: Speaks French');
    expect(await mailed([given], 'en')).toBeUndefined();
    expect((await mailOf(give, { owner: 'dirk' })).to).toEqual(env.SALES);
  });

  it('reminds of a planned call', async () => {
    const [mail] = await own([
      notificationOf(call, { to: 'anna', callBack: { at: openedAt, by: 'anna' } }, openedAt, {}),
    ]);
    expect(mail?.subject).toBe('Call Ann de Vries');
    expect(mail?.text).toContain('This call was planned for Fri 27 Nov 15:00.');
  });
});

describe('a notification that comes late', () => {
  it.each([
    ['en', '(late) Ann de Vries is ready for a call', 'should have reached you on Fri 27 Nov 15:00'],
    ['nl', '(te laat) Ann de Vries is rijp voor een gesprek', 'had er op vr 27 nov 15:00 moeten zijn'],
  ] as const)('says since when, by mail and in Slack: %s', async (language, headline, line) => {
    const late = { ...notificationOf(opened, {}, '2026-11-27T16:00:00.000Z', {}), isLate: true };
    const { subject, text, html } = await mailed([late], language);
    expect(subject).toBe(headline);
    for (const body of [text, html, await posted([late], language)]) expect(body).toContain(line);
  });
});

describe('a reminder', () => {
  it('says what is waiting, for how long, and what happens next', async () => {
    const { to, subject, text, html } = await mailOf(reminder, { to: 'anna' }, '2026-11-30T16:10:00.000Z');
    expect(to).toEqual(env.SALES);
    expect(subject).toBe('Reminder: Ann de Vries awaits an answer');
    for (const body of [text, html]) {
      expect(body).toContain(
        'Has been waiting for an answer for 1 working day and 2 working hours, since Fri 27 Nov 15:00. The agreement is: within 1 working day.',
      );
      expect(body).toContain('Without an answer by Tue 1 Dec 15:00, the manager is notified.');
      expect(body).toContain(
        `https://leads.example.com/handover/${LEAD}.1.secret-token?answer=accept#accept`,
      );
    }
  });

  it('says the same in Dutch and in Slack', async () => {
    const posted = await slackOf(reminder, { to: 'anna' }, '2026-11-30T14:00:00.000Z', 'nl');
    expect(posted).toContain('Herinnering: Ann de Vries wacht op antwoord');
    expect(posted).toContain('Wacht al 1 werkdag op een antwoord, sinds vr 27 nov 15:00.');
    expect(posted).toContain('dan hoort de manager het');
  });

  it('goes only to the manager when the first one got no answer', async () => {
    const { to, subject, text } = await mailOf(manager, { to: 'anna' }, '2026-12-01T14:00:00.000Z');
    expect(to).toEqual(['manager@example.com']);
    expect(subject).toBe('Not taken up yet: Ann de Vries');
    expect(text).toContain('for 2 working days, since Fri 27 Nov 15:00');
    expect(text).toContain('Ask Anna for an answer, or answer the hand-over yourself.');
    expect(text).toContain('knows you as the manager');
    expect(text).not.toContain('list of sales');
  });

  it('names no person when nobody has the lead', async () => {
    expect((await mailOf(manager, {}, '2026-12-01T14:00:00.000Z')).text).toContain('Ask sales for an answer');
  });
});

describe('a lead that asks for contact again', () => {
  const answer = { by: 'bram', at: '2026-11-28T10:00:00.000Z' };

  it('notifies whoever accepted it, with its message and nothing to accept', async () => {
    const handover = { to: 'anna', status: 'accepted', answer } as const;
    const { subject, text, html } = await mailOf(raised, handover);
    expect(subject).toBe('Ann de Vries asks for contact again');
    expect(text).toContain('This lead was handed over to Bram already.');
    expect(text).not.toContain('For Anna');
    expect(text).toContain('We spend two days a week on lists');
    expect(text + html + (await slackOf(raised, handover))).not.toContain('answer=accept');
  });

  it('can be accepted until somebody has', async () => {
    expect((await mailOf(raised, { to: 'anna' })).text).toContain('answer=accept');
  });

  it('is described as a customer when it is one', async () => {
    const mail = await mailOf(raised, { status: 'accepted', answer }, openedAt, { stage: 'customer' });
    expect(mail.text).toContain('This customer belongs to Bram.');
  });
});

describe('many people who ask for contact', () => {
  const crowd = Array.from({ length: 40 }, (_, n) =>
    notificationOf({ ...opened, reason: 'hand-raiser' }, { number: n + 1, to: 'anna' }, openedAt, {}),
  );

  it.each([
    ['en', '40 people would like to talk to you'],
    ['nl', '40 mensen willen met je praten'],
  ] as const)('are all in one mail, each with its message and its page: %s', async (language, headline) => {
    const { subject, to, text, html } = await mailed(crowd, language);
    expect(subject).toBe(headline);
    expect(to).toEqual(env.SALES);
    for (const body of [text, html]) {
      expect(body.match(/We spend two days a week on lists/g)).toHaveLength(40);
      for (let n = 1; n <= 40; n++) expect(body).toContain(`/handover/${LEAD}.${n}.secret-token`);
    }
  });

  it('are named as they wrote it, with a phone number that nobody can dial by a link too', async () => {
    const hand = raisedHand({ phone: '06 12 of 030 12' });
    const [first] = crowd;
    const shown = { ...first, dossier: dossier([hand]) } as Notification;
    const { text, html } = await mailed([shown, ...crowd.slice(1, 3)], 'en');
    for (const body of [text, html, await posted([shown, ...crowd.slice(1, 3)], 'en')])
      expect(body).toContain('06 12 of 030 12');
    expect(text).toContain('\nAnn de Vries is ready for a call\n');
  });

  it('are all in one message to Slack, within its limits', async () => {
    const [{ blocks }] = JSON.parse(await posted(crowd, 'en'));
    expect(blocks.length).toBeLessThanOrEqual(50);
    for (let n = 1; n <= 40; n++)
      expect(JSON.stringify(blocks)).toContain(`/handover/${LEAD}.${n}.secret-token|`);
  });

  it('and may have been told of before, says so', async () => {
    const { subject } = await mailed(
      crowd.map((one) => ({ ...one, isRepeat: true })),
      'en',
    );
    expect(subject).toBe('(possibly sent before) 40 people would like to talk to you');
  });
});

describe('many leads that nobody answered in time', () => {
  const due = (trigger: NotificationTrigger, now: string) =>
    Array.from({ length: 40 }, (_, n) =>
      notificationOf(trigger, { number: n + 1, to: n % 2 ? 'bram' : 'anna' }, now, {}),
    );
  const reminders = due(reminder, '2026-11-30T16:10:00.000Z');
  const escalated = due(manager, '2026-12-01T14:00:00.000Z');

  it.each([
    [
      'en',
      'Reminder: 40 leads await an answer',
      'for 1 working day and 2 working hours, since Fri 27 Nov 15:00.',
    ],
    [
      'nl',
      'Herinnering: 40 leads wachten op antwoord',
      'Wacht al 1 werkdag en 2 werkuren op een antwoord, sinds vr',
    ],
  ] as const)(
    'are in one reminder, each with how long it waits, until when, and its page: %s',
    async (language, headline, waits) => {
      const until = { en: 'by Tue 1 Dec 15:00, the manager', nl: 'op di 1 dec 15:00 nog geen antwoord' }[
        language
      ];
      const { subject, to, text, html } = await mailed(reminders, language);
      expect(subject).toBe(headline);
      expect(to).toEqual(env.SALES);
      for (const body of [text, html, await posted(reminders, language)]) {
        expect(body.split(waits)).toHaveLength(41);
        expect(body.split(until)).toHaveLength(41);
        for (let n = 1; n <= 40; n++) expect(body).toContain(`/handover/${LEAD}.${n}.secret-token`);
      }
    },
  );

  it.each([
    ['en', 'Not taken up yet: 40 leads', 'For Anna', 'knows you as the manager'],
    ['nl', 'Nog niet opgepakt: 40 leads', 'Voor Anna', 'de manager die het hoort'],
  ] as const)(
    'reach only the manager when sales was reminded, with who has each: %s',
    async (language, headline, who, because) => {
      const { subject, to, text, html } = await mailed(escalated, language);
      expect(subject).toBe(headline);
      expect(to).toEqual(['manager@example.com']);
      for (const body of [text, html]) {
        expect(body).toContain(who);
        expect(body).toContain(because);
        expect(body).not.toMatch(/the manager is notified|dan hoort de manager/);
      }
    },
  );

  it('mention in Slack whom each is for, within its limits', async () => {
    const [{ blocks }] = JSON.parse(await posted(reminders, 'en'));
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(blocks).match(/For Anna <@U024BE7LH>/g)).toHaveLength(20);
  });
});

function notificationOf(
  trigger: NotificationTrigger,
  more: Partial<Handover>,
  now: string,
  stage: Partial<Lead>,
): Notification {
  const handover: Handover = { ...HANDOVER, openedAt, ...more };
  const playbook = { ...shippedPlaybook(), sales: salesSchema.parse({ team }) };
  const shown = dossier([raisedHand()], handover, stage, { playbook });
  const handed = { ...lead(stage), handover };
  return { trigger, lead: handed, handover, playbook, dossier: shown, now, isRepeat: false, isLate: false };
}

function mailOf(
  trigger: NotificationTrigger,
  handover: Partial<Handover>,
  now = openedAt,
  stage: Partial<Lead> = {},
): Promise<OutgoingMail> {
  return mailed([notificationOf(trigger, handover, now, stage)], 'en');
}

function slackOf(
  trigger: NotificationTrigger,
  handover: Partial<Handover>,
  now = openedAt,
  language: Language = 'en',
): Promise<string> {
  return posted([notificationOf(trigger, handover, now, {})], language);
}

async function mailed(about: readonly Notification[], LANGUAGE: Language): Promise<OutgoingMail> {
  const sent: OutgoingMail[] = [];
  const mailer = { send: async (mail: OutgoingMail) => void sent.push(mail) };
  await byMail(mailer, { ...env, LANGUAGE })(about as [Notification]);
  return sent[0] as OutgoingMail;
}

async function posted(about: readonly Notification[], LANGUAGE: Language): Promise<string> {
  const messages: object[] = [];
  const slack = { post: async (message: object) => void messages.push(message) };
  await bySlack(slack, { ...env, LANGUAGE })(about as [Notification]);
  return JSON.stringify(messages);
}
