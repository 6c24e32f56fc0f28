import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { Submission } from '../../../shared/domain/tracking/event.ts';
import type { PlaybookContent } from '../../../shared/playbook/playbook.ts';
import { leadEntity } from '../../../shared/store/identity/lead-entity.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { currentPlaybook, publishedVersion } from '../../../shared/store/playbook/playbooks.ts';
import type { RollUp } from '../../../shared/store/reports/report-totals.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { foldDirectory } from '../../../shared/usecases/identity/directory/fold-directory.ts';
import { jobsIn, ownJobs } from '../../../shared/usecases/jobs/sweep.ts';
import type { ScoringSystem } from '../../../shared/usecases/lead-system.ts';
import { rollUp } from '../../../shared/usecases/reports/roll-up.ts';
import { type RescoreRun, rescoreLeads } from '../../../shared/usecases/scoring/rescore-leads.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { NOW, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { type JobNews, jobsOf } from '../job-system.ts';
import { compiled, playbook, published } from '../playbook.ts';
import { dueOfTimers, sweepTimers } from '../sweep-timers.ts';

const { version: _, ...content } = playbook;

/** Leads in a table, playbooks that are published over them, and the time. */
export class RescoredLeads {
  readonly table: Table;
  readonly ids: LeadId[] = [];
  readonly news: JobNews[] = [];
  now: Instant = NOW;
  /** Until then functions that run already score by the playbook before. */
  cachedUntil: Instant = NOW;

  private constructor(table: Table) {
    this.table = table;
  }

  /** A first playbook, and so many leads. */
  static async begin(leads: number): Promise<RescoredLeads> {
    const all = new RescoredLeads(await memoryTable());
    await all.publish();
    await all.rescore();
    await Promise.all(Array.from({ length: leads }, () => all.arrives()));
    return all;
  }

  /** A function that has just started, and reads the current playbook. */
  system(table = this.table): ScoringSystem {
    const current = async (atLeast = 0) => (await currentPlaybook(table, atLeast)) ?? playbook;
    return { table, now: () => this.now, playbook: current, newToken: () => 'token', hideBeginnings };
  }

  /** A function that may have the playbook before in its cache. */
  running(): ScoringSystem {
    const { playbook: current, ...system } = this.system();
    return {
      ...system,
      playbook: async (atLeast = 0) => {
        const newest = await current(atLeast);
        const before = newest.version - 1;
        if (this.now >= this.cachedUntil || before < Math.max(atLeast, 1)) return newest;
        const { content: old = content } = (await publishedVersion(this.table, before)) ?? {};
        return { ...old, version: before };
      },
    };
  }

  /** Publishes the playbook with other settings, which running functions see only after the longest a cache may live. */
  async publish(changed: Partial<PlaybookContent> = {}): Promise<void> {
    await published(this.system(), compiled({ ...content, ...changed }));
    this.cachedUntil = plus(this.now, 89_000);
  }

  /** Does what is due of rescoring, in a process that has this table; and of leads that are due themselves. */
  async runDue(table = this.table, isTimeUp = () => false): Promise<void> {
    const system = this.system(table);
    const jobs = { ...jobsOf(table, () => this.now), report: this.report };
    const rescoring = ownJobs('rescore', ({ data }) => rescoreLeads(system, data as RescoreRun, isTimeUp));
    const scoring = jobsIn(leadEntity, 'lead', ({ lead }) => scoreLead(system, lead, []));
    const reports = ownJobs('roll-up', ({ data }) => rollUp(jobs, data as RollUp, () => false));
    const lists = ownJobs('directory', ({ data }) => foldDirectory(jobs, data, () => false));
    await sweepTimers(jobs, [rescoring, scoring, reports, lists]);
  }

  private readonly report = (news: JobNews['news'], about: object) =>
    void this.news.push({ news, about: { ...about } });

  /** Both passes, with the first one now and each minute a sweep. */
  async rescore(): Promise<void> {
    await this.runDue();
    this.now = plus(this.now, 91_000);
    await this.runDue();
  }

  /** Whether rescoring is not over. */
  async isGoingOn(): Promise<boolean> {
    const due = await dueOfTimers(this.table, '2027-12-31');
    return due.some(({ SK }) => SK.startsWith('J#rescore'));
  }

  /** Somebody new asks for the whitepaper. */
  async arrives(): Promise<void> {
    const n = this.ids.length;
    // Some in every shard of the lists.
    const id = `${'ABCD'[n % 4]}${String(n).padStart(21, '0')}` as LeadId;
    this.ids.push(id);
    await this.sendsIn(n);
  }

  /** Somebody sends in a form, in a function that runs already. */
  async sendsIn(n: number, form = 'whitepaper', more: Partial<Submission> = {}): Promise<void> {
    const id = this.ids[n % this.ids.length] as LeadId;
    const values = { employees: '50', sector: 'Retail' };
    const moment = { at: this.now, receivedAt: this.now };
    const event = submission(form, { email: `${id}@company.nl`, values, ...moment, ...more });
    await putLeadEvent(this.table, id, event);
    await scoreLead(this.running(), id, [event]);
  }

  async leads(): Promise<Lead[]> {
    return Promise.all(this.ids.map(async (id) => (await getLead(this.table, id)) as Lead));
  }

  /** The versions of the playbook by which leads are scored. */
  async playbooks(): Promise<number[]> {
    return [...new Set((await this.leads()).map((lead) => lead.playbook))].sort();
  }
}
