import type { ActionConflict } from '../../shared/contract/actions.ts';
import type { LeadSummary } from '../../shared/contract/api.ts';
import type { AskedAction } from '../../shared/domain/lifecycle/action.ts';
import type { Recorded } from '../../shared/usecases/record-action.ts';
import { Problem, UNKNOWN } from './problem.ts';

type Conflict = Extract<Recorded, { result: 'impossible' }>;

/** The lead after an action. Throws a problem that says why the action was not done. */
export function doneOrWhyNot(recorded: Recorded, asked: AskedAction): LeadSummary {
  switch (recorded.result) {
    case 'done':
    case 'repeated':
      return recorded.summary;
    case 'unknown':
      throw new Problem(404, UNKNOWN);
    case 'impossible': {
      const { detail, ...more } = conflictOf(recorded, asked);
      throw new Problem(409, detail, undefined, more);
    }
    case 'unproven': {
      const missing = recorded.missing.map((proof) => [`proofs.${proof}.evidence`, MISSING] as const);
      throw new Problem(422, `Not proven: ${recorded.missing.join(', ')}`, Object.fromEntries(missing));
    }
  }
}

const MISSING = 'Say in words, or with a link, what proves this';

function conflictOf(
  { lead, possible }: Conflict,
  { action }: AskedAction,
): Omit<ActionConflict, 'type' | 'title' | 'status'> {
  const { answer } = lead.handover ?? {};
  const now = { stage: lead.stage, possible };
  if (answer === undefined || (action !== 'accept' && action !== 'return')) {
    return {
      ...now,
      reason: 'stage',
      detail: `A lead in the stage ${lead.stage} does not allow \`${action}\``,
    };
  }
  const { by, at } = answer;
  const reason = answer.reason === undefined ? 'accepted' : 'returned';
  return { ...now, reason, answer: { by, at }, detail: `Already ${reason} by ${by}, at ${at}` };
}
