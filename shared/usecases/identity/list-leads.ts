import type { LeadSummary } from '../../contract/api.ts';
import type { ListQuery } from '../../contract/api-requests.ts';
import { STAGES } from '../../domain/identity/lead.ts';
import { bandRange } from '../../domain/scoring/score.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { placeOf } from '../../store/identity/lead-entity.ts';
import { type ListedLead, leadsByStage } from '../../store/identity/leads.ts';
import { leadsWithProfiles } from '../../store/identity/leads-with-profiles.ts';
import type { ReadSystem } from '../lead-system.ts';
import { leadSummary } from './lead-summary.ts';

export interface LeadPage {
  leads: LeadSummary[];
  /** Where the next page begins; undefined on the last page. */
  next?: string;
}

/** How many pages one request reads. If few leads match the filter, it returns fewer, with a cursor to go on. */
const ROUNDS = 5;

/** One page of leads over all stages, highest score first. */
export async function listLeads(system: ReadSystem, query: ListQuery): Promise<LeadPage> {
  const playbook = await system.playbook();
  const { found, next } = await find(system, query, playbook);
  const cards = await leadsWithProfiles(
    system.table,
    found.map(({ id }) => id),
  );
  const now = system.now();
  const leads = await Promise.all(cards.map((card) => leadSummary(system.table, card, playbook, now)));
  return { leads, ...(next !== undefined && { next }) };
}

async function find(
  { table }: ReadSystem,
  { stage, fit, readiness, band, limit, cursor }: ListQuery,
  { scoring }: Playbook,
): Promise<{ found: ListedLead[]; next?: string }> {
  const stages = stage === undefined ? STAGES : [stage];
  const { from, below } = band ? bandRange(band, scoring) : { from: 0 };
  const found: ListedLead[] = [];
  let place = [cursor, below === undefined ? undefined : placeOf(below)]
    .filter((one) => one !== undefined)
    .sort()[0];
  for (let round = 0; round < ROUNDS; round++) {
    const where = { limit, ...(place !== undefined && { after: place }) };
    const parts = await Promise.all(stages.map((one) => leadsByStage(table, { stage: one, ...where })));
    const page = parts
      .flat()
      .sort((a, b) => (a.place > b.place ? -1 : 1))
      .slice(0, limit);
    for (const listed of page) {
      place = listed.place;
      if (place < placeOf(from)) return { found };
      const fits = (fit ?? listed.fit) === listed.fit && (readiness ?? listed.readiness) === listed.readiness;
      if (fits) found.push(listed);
      if (found.length === limit) return { found, next: place };
    }
    if (page.length < limit) return { found };
  }
  return place === undefined ? { found } : { found, next: place };
}
