import type { LeadId } from '../../domain/identity/ids.ts';
import { isLeadCapture } from '../../domain/tracking/event.ts';
import { historyOf, leadEvents } from '../../store/tracking/history.ts';
import type { LeadSystem } from '../lead-system.ts';
import { linkVisitors, scoreLead } from '../scoring/score-lead/score-lead.ts';
import { removeEverything } from './erase-lead.ts';

/** Removes what is left of an erased lead. If the person came back by a form meanwhile, the lead begins anew with that. */
export async function finishErasure(system: LeadSystem, id: LeadId): Promise<undefined> {
  const { table } = system;
  if ((await removeEverything(table, id)) !== 'back') return;
  // Scoring ends the job, so the browsers are linked before that.
  await linkVisitors(system, id, (await leadEvents(table, id)).filter(isLeadCapture));
  await scoreLead(system, id, await historyOf(table, id), { isCleared: true });
}
