import { STAGES, type Stage } from '../../domain/identity/lead.ts';
import { leadsOfShard } from '../../store/identity/leads.ts';
import type { JobProgress } from '../jobs/perform-job.ts';
import type { LeadSystem } from '../lead-system.ts';
import { scoreLead } from './score-lead/score-lead.ts';

/** A run through the leads of a shard to rescore them under a playbook, and how far it is. */
export interface RescoreRun {
  playbook: number;
  shard: number;
  /** The stages that are left; all by default. */
  stages?: readonly Stage[];
  /** The place in the list of the first of them. */
  after?: string;
}

/** Leads that are scored at once. */
const PAGE = 25;
/** Before every place in a list, which starts with the highest score. */
const TOP = '~';

/**
 * Rescores the leads of a shard under a newer playbook, stage by stage, until time is up. Leads that were scored under it
 * already are skipped, so repeating it changes nothing. A lead that moves meanwhile was rescored by what moved it.
 */
export async function rescoreLeads(
  system: LeadSystem,
  { playbook, shard, stages = STAGES, after = TOP }: RescoreRun,
  isTimeUp: () => boolean,
): Promise<JobProgress | undefined> {
  await system.playbook(playbook);
  for (const [passed, stage] of stages.entries()) {
    for (let place = passed === 0 ? after : TOP; place !== ''; ) {
      const data: RescoreRun = { playbook, shard, stages: stages.slice(passed), after: place };
      if (isTimeUp()) return { again: system.now(), data };
      const page = await leadsOfShard(system.table, { stage, shard, after: place, limit: PAGE });
      const outdated = page.filter((lead) => lead.playbook < playbook);
      await Promise.all(outdated.map(({ id }) => scoreLead(system, id, [])));
      place = page[PAGE - 1]?.place ?? '';
    }
  }
  return undefined;
}
