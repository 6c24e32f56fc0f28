import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { Profile } from '../../../shared/domain/identity/profile.ts';
import type {
  ActiveEnrolment,
  Enrolment,
  EnrolmentKey,
} from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { startEnrolment } from '../../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import type { MailTemplate } from '../../../shared/domain/nurture/mail/template.ts';
import { type Plan, planOf } from '../../../shared/domain/nurture/plan.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { OutgoingMail } from '../../../shared/gateways/nurture/mailer.ts';
import type { SendQuota } from '../../../shared/gateways/nurture/ses-quota.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import { getEnrolment, putEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { MailSender } from '../../../shared/usecases/nurture/send-due-mail/mail-sender.ts';
import { paceMail } from '../../../shared/usecases/nurture/send-due-mail/pace-mail.ts';
import { sendDueMail } from '../../../shared/usecases/nurture/send-due-mail/send-due-mail.ts';
import { lead } from '../../domain/builders.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { playbook as small } from '../playbook.ts';

/** A Monday, in sending hours. */
export const MONDAY = '2026-11-23T10:00:00.000Z';
export const DAY_MS = 86_400_000;

/** A requested whitepaper, and two tips a week apart. */
export const playbook: Playbook = {
  ...small,
  sequences: {
    tips: {
      title: { nl: 'Tips', en: 'Tips' },
      subject: 'tips',
      start: { form: 'whitepaper' },
      again: 'never',
      paused: false,
      steps: [
        { id: 'paper', mail: 'paper', after: '0d', kind: 'requested' },
        { id: 'tip-1', mail: 'tip-1', after: '7d', kind: 'marketing' },
        { id: 'tip-2', mail: 'tip-2', after: '14d', kind: 'marketing' },
      ],
    },
  },
  newsletter: [{ mail: 'news', on: '2026-11-23', bands: ['newsletter'] }],
};

const template: MailTemplate = {
  subject: 'Hello {{ firstName }}',
  preheader: 'A tip',
  html: '<html><body><a href="{{ website }}/guides/1">Read</a> <a href="https://other.test/?a=1&amp;b=2">Other</a></body></html>',
  text: 'Read {{ website }}/guides/1\n\n{{ unsubscribeUrl }}',
};

/** A mail sender with a mail service that records what it sent. */
export class Sending {
  readonly table: Table;
  now: Instant = MONDAY;
  sent: OutgoingMail[] = [];
  news: string[] = [];
  quota: SendQuota = { perSecond: Number.POSITIVE_INFINITY, per24Hours: 50_000, sent: 0 };
  /** Called instead of sending; throws the service's error. */
  before: (mail: OutgoingMail) => void | Promise<void> = () => {};
  /** Called after sending, before the sender gets the response. */
  after: (mail: OutgoingMail) => void | Promise<void> = () => {};
  waited = 0;
  #count = 0;

  constructor(table: Table) {
    this.table = table;
  }

  system(more: Partial<MailSender> = {}): MailSender {
    const table = more.table ?? this.table;
    const now = () => this.now;
    return {
      table,
      now,
      playbook: async () => playbook,
      templates: async () => template,
      publicUrl: 'https://api.test',
      websiteUrl: 'https://website.test',
      newMailId: () => `mail-${String(++this.#count).padStart(4, '0')}-0123456789ab`,
      random: () => 0.5,
      pace: this.pace(table),
      report: (message, { reason }) => this.news.push(`${message}: ${reason}`),
      mailer: {
        send: async (mail) => {
          await this.before(mail);
          this.sent.push(mail);
          await this.after(mail);
        },
      },
      ...more,
    };
  }

  pace(table: Table = this.table) {
    const wait = async (milliseconds: number) => {
      this.waited += milliseconds;
    };
    const reportBrake = () => void this.news.push('brake');
    return paceMail({ table, now: () => this.now, quota: async () => this.quota, wait, reportBrake });
  }

  send(of: EnrolmentKey, more: Partial<MailSender> = {}) {
    return sendDueMail(this.system(more), of);
  }

  /** How often each step's mail was sent to a person. */
  counts(email?: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { to, tags } of this.sent) {
      if (email !== undefined && to[0] !== email) continue;
      const step = tags['ses:feedback-id-b'] ?? '';
      counts[step] = (counts[step] ?? 0) + 1;
    }
    return counts;
  }

  /** Moves time to when the enrolment is due next. */
  async untilDue(of: EnrolmentKey): Promise<Enrolment | undefined> {
    const enrolment = await getEnrolment(this.table, of);
    if (enrolment?.status === 'active' && enrolment.due > this.now) this.now = enrolment.due;
    return enrolment;
  }

  /** Handles an enrolment until nothing is due within this many days. */
  async live(of: EnrolmentKey, days: number): Promise<void> {
    const end = plus(this.now, days * DAY_MS);
    for (let turn = 0; turn < 200; turn++) {
      const enrolment = await this.untilDue(of);
      if (enrolment?.status !== 'active' || this.now > end) break;
      await this.send(of);
    }
    if (this.now < end) this.now = end;
  }
}

export async function newSending(): Promise<Sending> {
  return new Sending(await newSignedTable());
}

let people = 0;

/** A lead in the sequence, with permission unless `more` says otherwise. */
export async function enrolled(
  table: Table,
  more: { lead?: Partial<Lead>; profile?: Partial<Profile>; startedAt?: Instant; sequence?: string } = {},
): Promise<EnrolmentKey & { email: string }> {
  const who = await somebody(table, more);
  const startedAt = more.startedAt ?? MONDAY;
  const of = { lead: who.lead, sequence: more.sequence ?? 'tips', startedAt };
  const plan = planOf(of.sequence, undefined, playbook) as Plan;
  await putEnrolment(table, startEnrolment(of, plan) as ActiveEnrolment);
  return { ...of, email: who.email };
}

/** A stored lead, with permission unless `more` says otherwise. */
export async function somebody(
  table: Table,
  more: { lead?: Partial<Lead>; profile?: Partial<Profile> } = {},
): Promise<{ lead: LeadId; email: string }> {
  people += 1;
  const id = `${String.fromCharCode(65 + (people % 4))}${String(people).padStart(21, '0')}` as LeadId;
  const email = `person-${people}@company.test`;
  await putLead(table, {
    ...lead({ stage: 'lead', mail: 'granted', tracking: 'granted', ...more.lead }),
    id,
  });
  const profile = { values: {}, permissions: [], createdAt: MONDAY, locale: 'en' as const };
  await putProfile(table, { ...profile, ...more.profile, email, id, version: 1 });
  return { lead: id, email };
}
