import type { LeadId } from '../../domain/identity/ids.ts';
import { leadEvents } from '../../store/tracking/history.ts';
import type { LeadSystem } from '../lead-system.ts';
import { scoreLead } from '../scoring/score-lead/score-lead.ts';
import { removeEverything } from './erase-lead.ts';

/** Removes what is left of an erased lead. If the person came back by a form meanwhile, the lead begins anew with that. */
export async function finishErasure(system: LeadSystem, id: LeadId): Promise<undefined> {
  if ((await removeEverything(system.table, id)) !== 'back') return;
  await scoreLead(system, id, await leadEvents(system.table, id), { isCleared: true });
}
