import type { LeadId } from '../domain/identity/ids.ts';
import {
  type ActionName,
  type AskedAction,
  PROOFS,
  type ProofName,
  type SalesAction,
} from '../domain/lifecycle/action.ts';
import { isErased, type Lead } from '../domain/lifecycle/lead.ts';
import { pastHandover, possibleActions, withAction } from '../domain/lifecycle/with-action.ts';
import type { Instant } from '../domain/time.ts';
import { putAction } from '../store/actions.ts';
import { getLead, putLead } from '../store/leads.ts';
import type { ScoreSystem } from './score-lead.ts';

export type ActSystem = ScoreSystem;

export type Acted =
  | { result: 'done' | 'repeated'; lead: Lead }
  /** Its stage does not allow it, or it is about a hand-over that is over. */
  | { result: 'impossible'; lead: Lead; possible: ActionName[] }
  | { result: 'unproven'; missing: ProofName[] }
  /** There is no such lead, or it was erased. */
  | { result: 'unknown' };

/**
 * Does what somebody of sales asks for, once.
 * @param key of the request: asked again with the same key, nothing happens
 * @throws when the lead keeps changing, or the table refuses: ask again.
 */
export async function actOnLead(
  system: ActSystem,
  id: LeadId,
  asked: AskedAction,
  key?: string,
): Promise<Acted> {
  const lead = await getLead(system.table, id);
  if (lead === undefined || isErased(lead)) return { result: 'unknown' };
  const possible = possibleActions(lead);
  if (!possible.includes(asked.action)) return { result: 'impossible', lead, possible };
  const missing = missingProofs(asked);
  if (missing.length > 0) return { result: 'unproven', missing };
  const action = actionOf(asked, lead, system.now(), key);
  await putAction(system.table, id, action);
  const after = { ...withAction(lead, action), version: lead.version + 1, changedAt: action.at };
  await putLead(system.table, after);
  return { result: 'done', lead: after };
}

function missingProofs(asked: AskedAction): ProofName[] {
  if (asked.action !== 'opportunity') return [];
  return PROOFS.filter((proof) => !asked.proofs[proof]?.evidence?.trim());
}

function actionOf(
  { handover: _, ...asked }: AskedAction,
  lead: Lead,
  at: Instant,
  key: string | undefined,
): SalesAction {
  const common = { number: (lead.actions ?? 0) + 1, at, ...(key !== undefined && { key }) };
  return {
    ...asked,
    ...common,
    ...(lead.handover && { handover: pastHandover(lead.handover) }),
  } as SalesAction;
}
