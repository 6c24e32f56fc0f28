import { DUE_SHARDS } from '../../../shared/contract/table.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { Refused } from '../../../shared/gateways/refused.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { dueItems, dueShard } from '../../../shared/store/due.ts';
import type { Table } from '../../../shared/store/table.ts';
import {
  type Channel,
  type Notification,
  type NotificationTrigger,
  type NotifySystem,
  notifySales,
  tellSales,
} from '../../../shared/usecases/handover/notify-sales.ts';
import type { Outcome } from '../../../shared/usecases/jobs/perform-job.ts';
import { ownJobs, sweep } from '../../../shared/usecases/jobs/sweep.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { type JobNews, jobsOf } from '../job-system.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const throttled = new Refused('Throttling', { isPermanent: false });
export const archived = new Refused('slack-404-channel_is_archived', { isPermanent: true });

/** A message that sales got. */
interface Message {
  channel: Channel;
  at: Instant;
  lead: string;
  leads: LeadId[];
  what: string;
  isRepeat: boolean;
  isLate: boolean;
}

/** Sales, with its channels, and the function that notifies it each time it is told and every minute. */
export class SalesOffice {
  readonly table: Table;
  now: Instant;
  readonly messages: Message[] = [];
  /** How each channel fails, while it does. */
  failing: { [C in Channel]?: Error } = {};
  /** What happens just before a channel sends, and just after. */
  meanwhile: (when: 'before' | 'after', channel: Channel) => Promise<unknown> = async () => {};
  readonly troubles: { at: Instant; trouble: string; about: Record<string, unknown> }[] = [];
  readonly news: JobNews[];
  readonly #system: NotifySystem;

  private constructor(table: Table, now: Instant, playbook: Playbook) {
    this.table = table;
    this.now = now;
    const { news, ...jobs } = jobsOf(table, () => this.now);
    this.news = news;
    this.#system = {
      ...jobs,
      playbook: async () => playbook,
      country: 'NL',
      channels: { mail: this.#channel('mail'), slack: this.#channel('slack') },
      reportTrouble: (trouble, about) =>
        void this.troubles.push({ at: this.now, trouble, about: { ...about } }),
    };
  }

  static async opens(now: Instant, playbook = shippedPlaybook()): Promise<SalesOffice> {
    return new SalesOffice(await memoryTable(), now, playbook);
  }

  /** What use cases need, besides notifying. */
  system() {
    const { table, playbook, ...jobs } = this.#system;
    return { ...jobs, table, playbook, newToken: () => 'token', hideBeginnings };
  }

  /** Told by a process of its own, which knows of no other. */
  isTold(trigger: NotificationTrigger, table = this.table): Promise<Outcome> {
    return notifySales({ ...this.#system, table }, trigger);
  }

  /** One run of each shard, as every minute. */
  async sweeps(table = this.table): Promise<void> {
    const system = { ...this.#system, table };
    const handlers = [ownJobs('notice', (job) => tellSales(system, job))];
    for (let shard = 0; shard < DUE_SHARDS.notify; shard++)
      await sweep(system, { by: 'notify', shard, until: plus(this.now, MINUTE / 2) }, handlers);
  }

  /** Lets time pass, with a sweep each minute, except those that would find nothing. */
  async waits(milliseconds: number): Promise<void> {
    const end = plus(this.now, milliseconds);
    let due = await this.#nextDue(end);
    for (let next = plus(this.now, MINUTE); due && next <= end; next = plus(next, MINUTE)) {
      if (next < due) continue;
      this.now = next;
      await this.sweeps();
      due = await this.#nextDue(end);
    }
    this.now = end;
  }

  async #nextDue(before: Instant): Promise<Instant | undefined> {
    const shards = Array.from({ length: DUE_SHARDS.notify }, (_, shard) => dueShard('notify', shard));
    const bound = plus(before, 1);
    const found = await Promise.all(shards.map((shard) => dueItems(this.table, shard, bound, { limit: 1 })));
    return found.flatMap((due) => due.map(({ at }) => at)).sort()[0];
  }

  /** What sales got, such as `mail opened (late)`; by channel, as both are used at once. */
  get got(): string[] {
    const lines = this.messages.map(
      ({ channel, what, isRepeat, isLate }) =>
        `${channel} ${what}${isLate ? ' (late)' : ''}${isRepeat ? ' (repeat)' : ''}`,
    );
    return lines.sort();
  }

  /** The names of what was reported, once each. */
  get reported(): string[] {
    return [
      ...new Set([...this.troubles.map(({ trouble }) => trouble), ...this.news.map(({ news }) => news)]),
    ];
  }

  /** How often a channel told of a lead, and how often it may have been again. */
  toldOf(lead: LeadId, channel: Channel): { once: number; again: number } {
    const told = this.messages.filter(
      (message) => message.channel === channel && message.leads.includes(lead),
    );
    const again = told.filter(({ isRepeat }) => isRepeat).length;
    return { once: told.length - again, again };
  }

  #channel(channel: Channel) {
    const send = async (about: readonly [Notification, ...Notification[]]) => {
      await this.meanwhile('before', channel);
      const failure = this.failing[channel];
      if (failure) throw failure;
      const [{ trigger, isRepeat, isLate }] = about;
      const one = trigger.kind === 'overdue' ? trigger.level : trigger.kind;
      const what = about.length > 1 ? `${about.length} people` : one;
      const leads = about.map(({ lead }) => lead.id);
      this.messages.push({ channel, at: this.now, lead: trigger.lead, leads, what, isRepeat, isLate });
      await this.meanwhile('after', channel);
    };
    return (about: readonly [Notification, ...Notification[]]) => {
      // A bug in a template shows before anything is sent.
      if (this.failing[channel] instanceof TypeError) throw this.failing[channel];
      return send(about);
    };
  }
}
