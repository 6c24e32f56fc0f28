import { STAGE_SHARDS } from '../../contract/table.ts';
import { STAGES, type Stage } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { leadsOfShard } from '../../store/identity/leads.ts';
import type { JobProgress } from '../jobs/perform-job.ts';
import type { LeadSystem } from '../lead-system.ts';
import { scoreLead } from './score-lead/score-lead.ts';

/** A list of leads to rescore under a playbook: those of one stage and shard. */
export interface RescoreList {
  playbook: number;
  stage: Stage;
  shard: number;
  /** When the list is gone through once more: until then a function may still score by the playbook before. */
  until?: Instant;
  /** Where to go on in the list; absent: at the start. */
  after?: string;
}

const PAGE = 25;

/** All lists of leads. */
export function listsToRescore(playbook: number, until: Instant): RescoreList[] {
  const shards = Array.from({ length: STAGE_SHARDS }, (_, shard) => shard);
  return STAGES.flatMap((stage) => shards.map((shard) => ({ playbook, stage, shard, until })));
}

/**
 * Rescores a list of leads under a newer playbook, until time is up. Leads that were scored under it already are skipped,
 * so repeating it changes nothing. A lead that moves in the list meanwhile was rescored by what moved it.
 */
export async function rescoreLeads(
  system: LeadSystem,
  { after, ...list }: RescoreList,
  isTimeUp: () => boolean,
): Promise<JobProgress | undefined> {
  const { stage, shard, playbook, until } = list;
  await system.playbook(playbook);
  for (let place = after; ; ) {
    const from = place === undefined ? {} : { after: place };
    if (isTimeUp()) return { again: system.now(), data: { ...list, ...from } };
    const page = await leadsOfShard(system.table, { stage, shard, limit: PAGE, ...from });
    for (const lead of page) {
      if (lead.playbook < playbook) await scoreLead(system, lead.id, []);
    }
    if (page.length < PAGE) break;
    place = page.at(-1)?.place;
  }
  if (until === undefined) return undefined;
  const { until: _, ...again } = list;
  return { again: until, data: again };
}
