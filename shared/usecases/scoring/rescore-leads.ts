import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { allLeadsOfShard, getLead } from '../../store/identity/leads.ts';
import type { JobProgress } from '../jobs/perform-job.ts';
import type { ScoringSystem } from '../lead-system.ts';
import { scoreLead } from './score-lead/score-lead.ts';

/** A run through the leads of a shard to rescore them under a playbook, and how far it is. */
export interface RescoreRun {
  playbook: number;
  shard: number;
  /** The place of the last lead that was looked at. */
  last?: string;
  /** Whether a lead could not be scored. */
  hasFailed?: boolean;
}

/** Leads that are scored at once. */
const PAGE = 25;

/**
 * Rescores the leads of a shard under a newer playbook, until time is up. Leads that were scored under it already are
 * skipped, so repeating it changes nothing. Leads that come meanwhile are scored by what brings them.
 * @throws NotDone at the end when a lead could not be scored: the others are
 */
export async function rescoreLeads(
  system: ScoringSystem,
  { playbook, shard, last = '', hasFailed = false }: RescoreRun,
  isTimeUp: () => boolean,
): Promise<JobProgress | undefined> {
  await system.playbook(playbook);
  for (let place: string | undefined = last; place !== undefined; ) {
    const data: RescoreRun = { playbook, shard, last: place, hasFailed };
    if (isTimeUp()) return { again: system.now(), data };
    const page = await allLeadsOfShard(system.table, { shard, after: place, limit: PAGE });
    const scored = await Promise.allSettled(page.map(({ id }) => rescoreIfOutdated(system, id, playbook)));
    hasFailed ||= scored.some(({ status }) => status === 'rejected');
    place = page[PAGE - 1]?.place;
  }
  if (hasFailed) throw new NotDone('lead-not-scored', { data: { playbook, shard } });
  return undefined;
}

async function rescoreIfOutdated(system: ScoringSystem, id: LeadId, playbook: number): Promise<void> {
  // An older copy has an older playbook: then it is scored again, which changes nothing.
  const lead = await getLead(system.table, id, { isConsistent: false });
  if (lead !== undefined && !isErased(lead) && lead.playbook < playbook) await scoreLead(system, id, []);
}
