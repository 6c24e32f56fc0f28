import { marshall } from '@aws-sdk/util-dynamodb';
import { DUE_SHARDS } from '../../../shared/contract/table.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { ErasedLead, Lead } from '../../../shared/domain/identity/lead.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { dueItems, dueShard } from '../../../shared/store/due.ts';
import { leadEntity } from '../../../shared/store/identity/lead-entity.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { jobEntity } from '../../../shared/store/jobs/jobs.ts';
import type { Table } from '../../../shared/store/table.ts';
import { listStalled } from '../../../shared/usecases/handover/list-stalled.ts';
import { offerStalled } from '../../../shared/usecases/handover/offer-stalled.ts';
import { ownJobs, sweep } from '../../../shared/usecases/jobs/sweep.ts';
import { startJobs } from '../../../shared/usecases/playbook/publish-playbook/start-jobs.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { lead } from '../../domain/builders.ts';
import { agreement } from '../../domain/handover/agreement.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { jobsOf } from '../job-system.ts';
import { playbook } from '../playbook.ts';

const DAY = 86_400_000;
/** A Sunday; the offers are made on the Monday after it, at eight in Amsterdam. */
export const SUNDAY = '2026-11-22T12:00:00.000Z';
export const MONDAY = '2026-11-23T07:00:00.000Z';

const SHARDS = Array.from({ length: DUE_SHARDS.timers }, (_, shard) => shard);

/** Some in every shard of the lists. */
export const someone = (n: number) => `${'ABCD'[n % 4]}${String(n).padStart(21, '0')}` as LeadId;

/** Leads in a table, the stream behind it, and the time. */
export class StalledLeads {
  readonly table: Table;
  now: Instant = SUNDAY;
  rules: Playbook['agreement'] = agreement;
  private readonly streamed = new Map<LeadId, Lead | ErasedLead>();

  private constructor(table: Table) {
    this.table = table;
  }

  static async begin(aWeek: number): Promise<StalledLeads> {
    const leads = new StalledLeads(await memoryTable());
    leads.rules = { ...agreement, stalled: { ...agreement.stalled, aWeek } };
    await leads.publishes(leads.rules);
    return leads;
  }

  system(table = this.table) {
    const rules = this.#playbook();
    return {
      ...jobsOf(table, () => this.now),
      playbook: async () => rules,
      newToken: () => 'token',
      hideBeginnings,
    };
  }

  /** Publishes a playbook with this agreement. */
  async publishes(rules: Playbook['agreement']): Promise<void> {
    this.rules = rules;
    await startJobs(this.system(), this.#playbook());
  }

  #playbook(): Playbook {
    return { ...playbook, agreement: this.rules };
  }

  /** A lead that has been warm with this score for forty days, and was looked at since. */
  async rests(n: number, score: number): Promise<LeadId> {
    const id = someone(n);
    const at = plus(SUNDAY, -40 * DAY);
    const warm: Partial<Lead> = {
      ...{ id, stage: 'lead', stageAt: at, band: score < 60 ? 'guides' : 'ads', bandAt: at, score },
      ...{
        fit: 'good',
        interest: true,
        mail: 'granted',
        points: { daily: { [at.slice(0, 10)]: score }, window: {} },
      },
    };
    await putLead(this.table, lead(warm));
    await scoreLead(this.system(), id, []);
    await this.settle();
    return id;
  }

  /** Makes the offers that are due. */
  async offer(table = this.table, isTimeUp = () => false): Promise<void> {
    const system = this.system(table);
    const handlers = [ownJobs('offers', () => offerStalled(system, isTimeUp))];
    for (const shard of SHARDS)
      await sweep(system, { by: 'timers', shard, until: plus(this.now, 30_000) }, handlers);
  }

  /** When the next offers are due. */
  async nextOffer(): Promise<Instant | undefined> {
    const pages = SHARDS.map((shard) => dueItems(this.table, dueShard('timers', shard), '9999'));
    const due = (await Promise.all(pages)).flat();
    return due.find((each) => jobEntity.match(each)?.kind === 'offers')?.at;
  }

  /** All leads as they are now. */
  async all(): Promise<Lead[]> {
    const items = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        this.table.call('GetItem', {
          TableName: this.table.name,
          Key: marshall({ PK: `L#${someone(n)}`, SK: 'LEAD' }),
          ConsistentRead: true,
        }),
      ),
    );
    return items.flatMap(({ Item }) => (Item ? [leadEntity.valueOf(Item) as Lead] : []));
  }

  /** The numbers of the leads that were ever offered, by how often. */
  async offered(): Promise<Record<number, number>> {
    const leads = await this.all();
    return Object.fromEntries(
      leads.flatMap(({ id, handover }) => (handover ? [[Number(id.slice(1)), handover.number]] : [])),
    );
  }

  /** The state after the stream has been processed. */
  async settle(): Promise<void> {
    for (const after of await this.all()) {
      await listStalled(this.table, this.streamed.get(after.id), after);
      this.streamed.set(after.id, after);
    }
  }
}
