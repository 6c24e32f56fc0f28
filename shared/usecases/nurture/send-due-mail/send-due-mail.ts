import type { Decision } from '../../../domain/nurture/decide.ts';
import type {
  ActiveEnrolment,
  Claim,
  Enrolment,
  EnrolmentKey,
} from '../../../domain/nurture/enrolment/enrolment.ts';
import { applyDecision } from '../../../domain/nurture/enrolment/enrolment-changes.ts';
import { decideMail } from '../../../domain/nurture/newsletter-issue.ts';
import { type Plan, planOf } from '../../../domain/nurture/plan.ts';
import { getEnrolment, putEnrolment } from '../../../store/nurture/enrolments.ts';
import type { Written } from '../../../store/table.ts';
import { untilWritten } from '../../../store/until-written.ts';
import { claimAndSend } from './claim-and-send.ts';
import { heldBack } from './held-back.ts';
import {
  type DueEnrolment,
  type MailSender,
  type SendResult,
  SINGLE_MAIL,
  type TurnLimits,
} from './mail-sender.ts';
import { readSituation } from './read-situation.ts';
import { resolveClaim } from './resolve-claim.ts';

/**
 * Handles a due enrolment: sends its next mail if nothing stops it, or stores why not. Each mail is sent once, however
 * often and by however many this is called.
 *
 * The first attempt reads eventually consistent, at half the cost. It may only decide to send, because that is checked
 * again after the claim; for any other decision it reads again, consistently.
 * @throws NotDone if the mail may not be sent now; any error if the table refuses or the enrolment keeps changing. It
 * stays due.
 */
export async function sendDueMail(
  system: MailSender,
  of: EnrolmentKey,
  limits: TurnLimits = SINGLE_MAIL,
): Promise<SendResult> {
  return untilWritten(async (before) => {
    const isConsistent = before > 0;
    const enrolment = await getEnrolment(system.table, of, { isConsistent });
    const isDue = enrolment?.status === 'active' && enrolment.due <= system.now();
    if (isDue) return handleDue(system, enrolment, { ...limits, isConsistent });
    return isConsistent ? 'over' : 'conflict';
  });
}

async function handleDue(
  system: MailSender,
  stored: ActiveEnrolment,
  { isConsistent, ...limits }: TurnLimits & { isConsistent: boolean },
): Promise<SendResult | 'conflict'> {
  const playbook = await system.playbook();
  const situation = await readSituation(system, stored, playbook, { isConsistent });
  const plan = planOf(stored.sequence, situation.profile, situation.rules);
  const due = { isConsistent, stored, situation, plan, playbook };
  if (!isClaimed(stored)) return sendOrStore(system, due, limits);
  if (!isConsistent) return 'conflict';

  const claim = await resolveClaim(system, stored, plan);
  if ('confirmed' in claim) {
    await write(system, stored, claim.confirmed);
    return 'conflict';
  }
  const unclaimed = { ...situation, enrolment: claim.unclaimed };
  const { mail } = claim;
  return sendOrStore(system, { ...due, situation: unclaimed, ...(mail && { repeated: mail }) }, limits);
}

async function sendOrStore(
  system: MailSender,
  due: DueEnrolment,
  limits: TurnLimits,
): Promise<SendResult | 'conflict'> {
  const { isConsistent, situation, plan, playbook } = due;
  const decision = decideMail(situation);
  const isSend = decision.do === 'send';
  if (!isConsistent && !(isSend && situation.profile !== undefined)) return 'conflict';
  if (!isSend) return storeDecision(system, due, decision);
  const turn = await system.pace.turn(decision.step.kind, playbook.mailing, limits);
  if (turn === 'rate') return 'left';
  if (turn === 'go') return claimAndSend(system, { ...due, plan: plan as Plan, decision });
  throw heldBack(turn, decision.step.kind);
}

async function storeDecision(
  system: MailSender,
  { stored, situation, plan }: DueEnrolment,
  decision: Exclude<Decision, { do: 'send' }>,
): Promise<SendResult | 'conflict'> {
  const next = applyDecision(situation.enrolment, decision, plan);
  if ((await write(system, stored, next)) === 'conflict' || decision.do === 'skip') return 'conflict';
  return next.status === 'active' ? 'later' : 'over';
}

/** Several changes become one write, over the version that was read. */
function write({ table }: MailSender, { version }: ActiveEnrolment, next: Enrolment): Promise<Written> {
  return putEnrolment(table, { ...next, version: version + 1 });
}

function isClaimed(enrolment: ActiveEnrolment): enrolment is ActiveEnrolment & { claim: Claim } {
  return enrolment.claim !== undefined;
}
