import { marshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { ErasedLead, Lead } from '../../../shared/domain/identity/lead.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { leadEntity } from '../../../shared/store/identity/lead-entity.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { listStalled } from '../../../shared/usecases/handover/list-stalled.ts';
import { offerStalled } from '../../../shared/usecases/handover/offer-stalled.ts';
import {
  scheduleOffers,
  scheduleRollUp,
} from '../../../shared/usecases/playbook/publish-playbook/schedules.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { lead } from '../../domain/builders.ts';
import { agreement } from '../../domain/handover/agreement.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { playbook } from '../playbook.ts';

const DAY = 86_400_000;
/** A Sunday; the offers are made on the Monday after it, at eight in Amsterdam. */
export const SUNDAY = '2026-11-22T12:00:00.000Z';
export const MONDAY = '2026-11-23T07:00:00.000Z';

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
    const leads = new StalledLeads(await newSignedTable());
    leads.rules = { ...agreement, stalled: { ...agreement.stalled, aWeek } };
    await scheduleRollUp(leads.system());
    await scheduleOffers(leads.system(), leads.rules);
    return leads;
  }

  system(table = this.table) {
    const rules: Playbook = { ...playbook, agreement: this.rules };
    return { table, now: () => this.now, playbook: async () => rules, newToken: () => 'token' };
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

  offer(table = this.table, isTimeUp = () => false): Promise<void> {
    return offerStalled(this.system(table), isTimeUp);
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
