import type { LeadId } from '../../domain/identity/ids.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { isLeadCapture } from '../../domain/tracking/event.ts';
import { TooMuch } from '../../store/identity/erasure.ts';
import { historyOf, leadEvents } from '../../store/tracking/history.ts';
import type { ScoringSystem } from '../lead-system.ts';
import { linkVisitors, scoreLead } from '../scoring/score-lead/score-lead.ts';
import { removeEverything } from './erase-lead.ts';

/** As long as somebody may still write a row by which the lead is found. */
const PAUSE_MS = 30_000;

/**
 * Removes what is left of an erased lead. If the person came back by a form meanwhile, the lead begins anew with that.
 * @throws NotDone when it is too early: somebody may still be writing
 */
export async function finishErasure(system: ScoringSystem, id: LeadId): Promise<undefined> {
  const { table } = system;
  const removed = await removeEverything(system, id).catch((error) => {
    throw error instanceof TooMuch ? new NotDone('being-written', { isHeld: true, after: PAUSE_MS }) : error;
  });
  if (removed !== 'back') return;
  // Scoring ends the job, so the browsers are linked before that.
  await linkVisitors(system, id, (await leadEvents(table, id)).filter(isLeadCapture));
  await scoreLead(system, id, await historyOf(table, id), { isCleared: true });
}
