import type { RescoreOrder } from '../../contract/rescore.ts';
import { leadsOfShard } from '../../store/identity/leads.ts';
import type { LeadSystem } from '../lead-system.ts';
import { scoreLead } from './score-lead/score-lead.ts';

export interface RescoreSystem extends LeadSystem {
  orders: { send(order: RescoreOrder): Promise<void> };
}

/** How many leads one order does: well within the time a function has. */
const PAGE = 25;

/**
 * Scores a page of leads again under a newer playbook and orders the next page. A lead that was scored under it
 * in the meantime is passed over, so an order may be carried out any number of times. Leads that move in the
 * list while it is read were scored again by what moved them.
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
