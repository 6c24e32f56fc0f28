import type { Context } from 'hono';
import { actionRequest, salesAction } from '../../shared/contract/actions.ts';
import type { LeadSummary } from '../../shared/contract/api.ts';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import { recordLog } from '../../shared/usecases/console/record-log.ts';
import { recordAction } from '../../shared/usecases/handover/record-action.ts';
import type { LeadSystem } from '../../shared/usecases/lead-system.ts';
import { conflictOf, invalidity } from './action-refusals.ts';
import type { ApiEnv } from './api-env.ts';
import { readBody } from './body.ts';
import { checked, INVALID, Problem } from './problem.ts';

/**
 * `POST /api/leads/{id}/actions`: the lead after the action; undefined when there is none.
 * @throws Problem that says why it was refused
 */
export async function takeAction(
  system: LeadSystem,
  id: LeadId,
  c: Context<ApiEnv>,
): Promise<LeadSummary | undefined> {
  const request = actionRequest(checked(salesAction, await readBody(c), 422));
  await recordLog(system, c.var.actor, { kind: 'lead-changed', about: id, detail: request.action });
  const recorded = await recordAction(system, id, request, c.req.header('idempotency-key'));
  switch (recorded.result) {
    case 'done':
    case 'repeated':
      return recorded.summary;
    case 'unknown':
      return undefined;
    case 'invalid':
      throw new Problem(422, INVALID, { [recorded.problem.field]: invalidity(recorded.problem) });
    case 'uncorrectable':
    case 'overtaken':
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
