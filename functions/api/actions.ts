import type { Context } from 'hono';
import { type ActionConflict, salesAction } from '../../shared/contract/actions.ts';
import type { LeadSummary } from '../../shared/contract/api.ts';
import type { ActionRequest } from '../../shared/domain/handover/action.ts';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import { recordLog } from '../../shared/usecases/console/record-log.ts';
import { type RecordedAction, recordAction } from '../../shared/usecases/handover/record-action.ts';
import type { LeadSystem } from '../../shared/usecases/lead-system.ts';
import type { ApiEnv } from './api-env.ts';
import { readBody } from './body.ts';
import { checked, Problem } from './problem.ts';

type Conflict = Extract<RecordedAction, { result: 'impossible' | 'key-taken' }>;

/**
 * `POST /api/leads/{id}/actions`: the lead after the action; undefined when there is none.
 * @throws Problem that says why it was refused
 */
export async function takeAction(
  system: LeadSystem,
  id: LeadId,
  c: Context<ApiEnv>,
): Promise<LeadSummary | undefined> {
  const request = checked(salesAction, await readBody(c), 422);
  await recordLog(system, c.var.actor, { kind: 'lead-changed', about: id, detail: request.action });
  const recorded = await recordAction(system, id, request, c.req.header('idempotency-key'));
  switch (recorded.result) {
    case 'done':
    case 'repeated':
      return recorded.summary;
    case 'unknown':
      return undefined;
    case 'impossible':
    case 'key-taken': {
      const { detail, ...more } = conflictOf(recorded, request);
      throw new Problem(409, detail, undefined, more);
    }
    case 'unproven': {
      const missing = recorded.missing.map((proof) => [`proofs.${proof}.evidence`, MISSING] as const);
      throw new Problem(422, `Not proven: ${recorded.missing.join(', ')}`, Object.fromEntries(missing));
    }
  }
}

const MISSING = 'Give the evidence, in words or as a link';

function conflictOf(
  { result, lead, possible }: Conflict,
  { action }: ActionRequest,
): Omit<ActionConflict, 'type' | 'title' | 'status'> {
  const { answer } = lead.handover ?? {};
  const now = { stage: lead.stage, possible };
  if (result === 'key-taken')
    return { ...now, reason: 'key', detail: 'Another action has this `Idempotency-Key`; send a new one' };
  // An accepted lead can be returned, as long as its stage allows it.
  const isTaken =
    action === 'accept' || (action === 'return' && (answer?.reason ?? possible.includes(action)));
  if (answer === undefined || !isTaken) {
    return {
      ...now,
      reason: 'stage',
      detail: `The stage \`${lead.stage}\` does not allow \`${action}\``,
    };
  }
  const { by, at } = answer;
  const reason = answer.reason === undefined ? 'accepted' : 'returned';
  return { ...now, reason, answer: { by, at }, detail: `Already ${reason} by ${by}, at ${at}` };
}
