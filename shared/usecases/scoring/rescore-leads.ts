import type { RescoreOrder } from '../../contract/rescore.ts';
import { leadsOfShard } from '../../store/identity/leads.ts';
import type { LeadSystem } from '../lead-system.ts';
import { scoreLead } from './score-lead/score-lead.ts';

export interface RescoreSystem extends LeadSystem {
  orders: { send(order: RescoreOrder): Promise<void> };
}

/** How many leads one order rescores: well within the function's timeout. */
const PAGE = 25;

/**
 * Rescores a page of leads under a newer playbook and queues the next page. Leads that were scored under it already are
 * skipped, so repeating an order changes nothing. A lead that moves in the list meanwhile was rescored by what moved it.
 */
export async function rescoreLeads(system: RescoreSystem, order: RescoreOrder): Promise<void> {
  const { stage, shard, cursor, playbook } = order;
  const page = await leadsOfShard(system.table, {
    stage,
    shard,
    limit: PAGE,
    ...(cursor !== undefined && { after: cursor }),
  });
  await system.playbook(playbook);
  for (const lead of page) {
    if (lead.playbook < playbook) await scoreLead(system, lead.id, []);
  }
  const last = page.at(-1);
  if (last !== undefined && page.length === PAGE) await system.orders.send({ ...order, cursor: last.place });
}
