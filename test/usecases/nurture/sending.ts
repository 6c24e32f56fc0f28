import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { DUE_SHARDS, type Sweeper } from '../../../shared/contract/table.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { Profile } from '../../../shared/domain/identity/profile.ts';
import type { ActiveEnrolment, EnrolmentKey } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { startEnrolment } from '../../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import type { MailTemplate } from '../../../shared/domain/nurture/mail/template.ts';
import { type Plan, planOf } from '../../../shared/domain/nurture/plan.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { OutgoingMail } from '../../../shared/gateways/nurture/mailer.ts';
import type { SendQuota } from '../../../shared/gateways/nurture/ses-quota.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { type Due, dueIn } from '../../../shared/store/due.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import { enrolmentEntity, putEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import type { FoundItem } from '../../../shared/store/query.ts';
import type { Item, Table } from '../../../shared/store/table.ts';
import { type SweepResult, sweep } from '../../../shared/usecases/jobs/sweep.ts';
import { mailHandler } from '../../../shared/usecases/nurture/send-due-mail/mail-handler.ts';
import type { MailSender } from '../../../shared/usecases/nurture/send-due-mail/mail-sender.ts';
import { paceMail } from '../../../shared/usecases/nurture/send-due-mail/pace-mail.ts';
import { sendDueMail } from '../../../shared/usecases/nurture/send-due-mail/send-due-mail.ts';
import { lead } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { jobsOf } from '../job-system.ts';
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
  readonly jobs: ReturnType<typeof jobsOf>;
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
    this.jobs = jobsOf(table, () => this.now);
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
    const reportHeld = (what: string) => void this.news.push(what);
    return paceMail({ table, now: () => this.now, quota: async () => this.quota, wait, reportHeld });
  }

  /** Tries the next mail once, as it is done when a sequence begins. */
  send(of: EnrolmentKey, more: Partial<MailSender> = {}) {
    return sendDueMail(this.system(more), of);
  }

  /** What a sweep does with an enrolment, if it is due. */
  async sweep(of: EnrolmentKey, more: Partial<MailSender> = {}): Promise<void> {
    const due = await this.dueOf(of);
    if (due === undefined || due.at > this.now) return;
    const handler = handlers[due.partition.split('#')[0] as Lane]?.(this.system(more));
    const running = { until: plus(this.now, 40_000), isTimeUp: () => false, waiting: () => 0 };
    await handler?.run(this.jobs, due, running);
  }

  /** Sweeps all mails that are due, in all shards of both lanes. */
  async sweepAll(more: Partial<MailSender> = {}): Promise<SweepResult[]> {
    const results: SweepResult[] = [];
    for (const by of LANES) {
      for (let shard = 0; shard < DUE_SHARDS[by]; shard++) {
        const order = { by, shard, until: plus(this.now, 40_000) };
        results.push(await sweep(this.jobs, order, [handlers[by](this.system(more))]));
      }
    }
    return results;
  }

  /** Where an enrolment is among what is due or was given up. */
  async dueOf(of: EnrolmentKey): Promise<Due | undefined> {
    const Key = marshall(enrolmentEntity.keyOf({ ...of, startedAt: of.startedAt.slice(0, 10) }));
    const { Item } = await this.table.call('GetItem', {
      TableName: this.table.name,
      Key,
      ConsistentRead: true,
    });
    const found = unmarshall((Item ?? {}) as Item);
    return found.duePK === undefined || found.duePK === 'held' ? undefined : dueIn(found as FoundItem);
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

  /** Sweeps an enrolment each minute that it is due, for this many days. */
  async live(of: EnrolmentKey, days: number, more: Partial<MailSender> = {}): Promise<void> {
    const end = plus(this.now, days * DAY_MS);
    for (let due = await this.dueOf(of); due && !due.partition.startsWith('dead#'); ) {
      if (due.at > this.now) this.now = due.at;
      if (this.now > end) break;
      await this.sweep(of, more);
      due = await this.dueOf(of);
      if (due && due.at <= this.now) this.now = plus(this.now, 60_000);
    }
    this.now = end;
  }
}

export async function newSending(): Promise<Sending> {
  return new Sending(await memoryTable());
}

const LANES = ['timers', 'enrol'] as const satisfies readonly Sweeper[];
type Lane = (typeof LANES)[number];
const handlers = {
  timers: (system: MailSender) => mailHandler(system, 'marketing-mail'),
  enrol: (system: MailSender) => mailHandler(system, 'requested-mail'),
};

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
