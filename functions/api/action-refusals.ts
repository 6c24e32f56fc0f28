import type { ActionConflict } from '../../shared/contract/actions.ts';
import type { ActionRequest, SalesAction } from '../../shared/domain/handover/actions/action.ts';
import type { Uncorrectable } from '../../shared/domain/handover/actions/correct.ts';
import type { RequestProblem } from '../../shared/domain/handover/actions/request-problem.ts';
import type { RecordedAction } from '../../shared/usecases/handover/record-action.ts';

type Conflict = Extract<
  RecordedAction,
  { result: 'impossible' | 'key-taken' | 'overtaken' | 'uncorrectable' }
>;
type Refusal = Omit<ActionConflict, 'type' | 'title' | 'status'>;

/** Why an action was refused, who was first, and what is possible. */
export function conflictOf(conflict: Conflict, request: ActionRequest): Refusal {
  const { lead, possible } = conflict;
  const now = { stage: lead.stage, possible };
  switch (conflict.result) {
    case 'key-taken':
      return { ...now, reason: 'key', detail: 'Another action has this `Idempotency-Key`; send a new one' };
    case 'overtaken': {
      const detail = `Somebody was first: ${whoDid(conflict.by)}`;
      return { ...now, reason: 'overtaken', answer: answerIn(conflict.by), detail };
    }
    case 'uncorrectable': {
      const { why } = conflict;
      if (why.because !== 'corrected') return { ...now, reason: 'stage', detail: uncorrectable[why.because] };
      const detail = `Already corrected: ${whoDid(why.by)}`;
      return { ...now, reason: 'corrected', answer: answerIn(why.by), detail };
    }
    case 'impossible':
      return { ...now, ...impossibilityOf(conflict, request) };
  }
}

function impossibilityOf(
  { lead, possible, last }: Extract<Conflict, { result: 'impossible' }>,
  { action }: ActionRequest,
): Pick<Refusal, 'reason' | 'answer' | 'detail'> {
  const { answer } = lead.handover ?? {};
  const isOver = lead.stage === 'customer' || lead.stage === 'lost';
  // An accepted lead can be returned, as long as its stage allows it.
  const isTaken =
    !isOver &&
    (action === 'accept' || (action === 'return' && (answer?.reason ?? possible.includes(action))));
  if (answer !== undefined && isTaken) {
    const { by, at } = answer;
    const reason = answer.reason === undefined ? 'accepted' : 'returned';
    return { reason, answer: { by, at }, detail: `Already ${reason} by ${by}, at ${at}` };
  }
  const detail = `The stage \`${lead.stage}\` does not allow \`${action}\``;
  if (last === undefined) return { reason: 'stage', detail };
  return { reason: 'stage', answer: answerIn(last), detail: `${detail}: ${whoDid(last)}` };
}

/** Why an action cannot be corrected, and what could be. */
const uncorrectable: Record<Exclude<Uncorrectable['because'], 'corrected'>, string> = {
  unknown: 'There is no action with the number in `replaces`',
  earlier:
    'That action is about an earlier hand-over: it can only become another of its kind, as later hand-overs followed from it',
  kind: 'An action of that kind cannot become this one',
  story: 'The other answers to this hand-over would not be possible any more; correct those first',
};

function whoDid({ action, by, at }: SalesAction): string {
  return `\`${action}\` by ${by}, at ${at}`;
}

function answerIn({ action, by, at }: SalesAction): NonNullable<Refusal['answer']> {
  return { action, by, at };
}

/** What is wrong with a field, and what would be right. */
export function invalidity({ because, team }: RequestProblem): string {
  const people = Object.entries(team).map(([key, { name }]) => `\`${key}\` (${name})`);
  const choice = people.length > 0 ? `Choose from ${people.join(', ')}` : 'The playbook names no team';
  switch (because) {
    case 'nobody':
      return `Nobody of the team is called so. ${choice}`;
    case 'self':
      return `Nobody gives a lead to themselves. ${choice}`;
    case 'owner':
      return `This person has the lead already. ${choice}`;
    case 'past':
      return 'Give a moment in the future';
    case 'far':
      return 'Give a moment within two years';
  }
}
