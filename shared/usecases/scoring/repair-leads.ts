import { LEAD_SHARDS } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';

import { allLeadsOfShard, getLead } from '../../store/identity/leads.ts';
import { putJob } from '../../store/jobs/jobs.ts';
import { leadEvents } from '../../store/tracking/history.ts';
import type { JobProgress } from '../jobs/perform-job.ts';
import type { ScoringSystem } from '../lead-system.ts';
import { scoreLead } from './score-lead/score-lead.ts';

/** A run through all leads of a shard, to find what the stream missed, and how far it is. */
export interface RepairRun {
  repair: true;
  shard: number;
  /** The place of the last lead that was looked at. */
  after?: string;
  /** Whether a lead could not be scored. */
  hasFailed?: boolean;
}

/** Leads that are scored at once. */
const PAGE = 25;

/**
 * Finds what the stream missed of one lead, at once, or of `all`: then it starts a run through the leads of each shard.
 * @returns how many runs it started
 */
export async function orderRepair(system: ScoringSystem, which: string): Promise<{ started: number }> {
  if (which === 'all') return { started: await startRepair(system) };
  await repairLead(system, which as LeadId);
  return { started: 0 };
}

async function startRepair({ table, now: clock }: Pick<ScoringSystem, 'table' | 'now'>): Promise<number> {
  const now = clock();
  for (let shard = 0; shard < LEAD_SHARDS; shard++) {
    const data: RepairRun = { repair: true, shard };
    const key = `repair#${now}#${shard}`;
    const job = { of: 'JOBS', kind: 'rescore', key, by: 'timers', about: `rescore-${shard}`, data } as const;
    await putJob(table, job, { at: now, since: now });
  }
  return LEAD_SHARDS;
}

/**
 * Scores every lead of a shard with all that is stored about it, until time is up. Repeating it changes nothing.
 * @throws NotDone at the end when a lead could not be scored: the others are
 */
export async function repairLeads(
  system: ScoringSystem,
  { shard, after = '', hasFailed = false }: RepairRun,
  isTimeUp: () => boolean,
): Promise<JobProgress | undefined> {
  for (let place: string | undefined = after; place !== undefined; ) {
    const data: RepairRun = { repair: true, shard, after: place, hasFailed };
    if (isTimeUp()) return { again: system.now(), data };
    const page = await allLeadsOfShard(system.table, { shard, after: place, limit: PAGE });
    const scored = await Promise.allSettled(
      page.map(({ id }) => scoreLead(system, id, [], { isRepair: true })),
    );
    hasFailed ||= scored.some(({ status }) => status === 'rejected');
    place = page[PAGE - 1]?.place;
  }
  if (hasFailed) throw new NotDone('lead-not-scored', { data: { repair: true, shard } });
  return undefined;
}

/** The same for one lead, also when not even its first form was scored. */
async function repairLead(system: ScoringSystem, id: LeadId): Promise<void> {
  const lead = await getLead(system.table, id);
  const isNew = lead === undefined || isErased(lead);
  await scoreLead(system, id, isNew ? await leadEvents(system.table, id) : [], { isRepair: true });
}
