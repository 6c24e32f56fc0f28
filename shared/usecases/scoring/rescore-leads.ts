import { STAGES, type Stage } from '../../domain/identity/lead.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { leadsOfShard } from '../../store/identity/leads.ts';
import type { JobProgress } from '../jobs/perform-job.ts';
import type { ScoringSystem } from '../lead-system.ts';
import { scoreLead } from './score-lead/score-lead.ts';

/** A run through the leads of a shard to rescore them under a playbook, and how far it is. */
export interface RescoreRun {
  playbook: number;
  shard: number;
  /** The stages that are left; all by default. */
  stages?: readonly Stage[];
  /** The place in the list of the first of them. */
  after?: string;
  /** Whether a lead could not be scored. */
  hasFailed?: boolean;
}

/** Leads that are scored at once. */
const PAGE = 25;
/** Before every place in a list, which starts with the highest score. */
const TOP = '~';

/**
 * Rescores the leads of a shard under a newer playbook, stage by stage, until time is up. Leads that were scored under it
 * already are skipped, so repeating it changes nothing. A lead that moves meanwhile was rescored by what moved it.
 * @throws NotDone at the end when a lead could not be scored: the others are
 */
export async function rescoreLeads(
  system: ScoringSystem,
  { playbook, shard, stages = STAGES, after = TOP, hasFailed = false }: RescoreRun,
  isTimeUp: () => boolean,
): Promise<JobProgress | undefined> {
  await system.playbook(playbook);
  for (const [passed, stage] of stages.entries()) {
    for (let place = passed === 0 ? after : TOP; place !== ''; ) {
      const data: RescoreRun = { playbook, shard, stages: stages.slice(passed), after: place, hasFailed };
      if (isTimeUp()) return { again: system.now(), data };
      const page = await leadsOfShard(system.table, { stage, shard, after: place, limit: PAGE });
      const outdated = page.filter((lead) => lead.playbook < playbook);
      const scored = await Promise.allSettled(outdated.map(({ id }) => scoreLead(system, id, [])));
      hasFailed ||= scored.some(({ status }) => status === 'rejected');
      place = page[PAGE - 1]?.place ?? '';
    }
  }
  if (hasFailed) throw new NotDone('lead-not-scored', { data: { playbook, shard } });
  return undefined;
}
