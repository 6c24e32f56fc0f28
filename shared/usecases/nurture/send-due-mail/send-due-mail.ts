import type { Decision } from '../../../domain/nurture/decide.ts';
import type { ActiveEnrolment, Claim, Enrolment, EnrolmentKey } from '../../../domain/nurture/enrolment.ts';
import { applyDecision } from '../../../domain/nurture/enrolment-changes.ts';
import { type Plan, planOf } from '../../../domain/nurture/plan.ts';
import { getEnrolment, putEnrolment } from '../../../store/nurture/enrolments.ts';
import type { Written } from '../../../store/table.ts';
import { claimAndSend } from './claim-and-send.ts';
import {
  AT_ONCE,
  type DueEnrolment,
  type MailSender,
  type SendResult,
  type TurnLimits,
} from './mail-sender.ts';
import { decideNow, readSituation } from './read-situation.ts';
import { resolveClaim } from './resolve-claim.ts';
import { nextAttemptAt } from './retry-delay.ts';

/** More changes than a sequence has steps to skip at once. */
const ATTEMPTS = 25;

/**
 * Does what is due in an enrolment: sends its next mail if everything still holds, or writes down why not.
 * However often and by however many it is done at once, each mail goes out once.
 *
 * The first look takes copies that may be a moment old, at half the price. It decides only to send, which is looked
 * at again once the mail is claimed; whatever else it finds is looked at again at once.
 * @throws when the table refuses, or the enrolment keeps changing: it stays due.
 */
export async function sendDueMail(
  system: MailSender,
  of: EnrolmentKey,
  limits: TurnLimits = AT_ONCE,
): Promise<SendResult> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const isCertain = attempt > 0;
    const enrolment = await getEnrolment(system.table, of, { isConsistent: isCertain });
    const isDue = enrolment?.status === 'active' && enrolment.due <= system.now();
    if (!isDue && isCertain) return 'over';
    const sending = isDue ? await handleDue(system, enrolment, { ...limits, isCertain }) : 'again';
    if (sending !== 'again') return sending;
  }
  throw new Error('The enrolment changed under every attempt to go on with it');
}

async function handleDue(
  system: MailSender,
  stored: ActiveEnrolment,
  { isCertain, ...limits }: TurnLimits & { isCertain: boolean },
): Promise<SendResult | 'again'> {
  const playbook = await system.playbook();
  const situation = await readSituation(system, stored, playbook, { isConsistent: isCertain });
  const plan = planOf(stored.sequence, situation.profile, situation.rules);
  const known = { isCertain, stored, situation, plan, playbook };
  if (!isClaimed(stored)) return act(system, known, limits);
  if (!isCertain) return 'again';

  const claim = await resolveClaim(system, stored, plan);
  if ('settled' in claim) {
    await write(system, stored, claim.settled);
    return 'again';
  }
  const free = { ...situation, enrolment: claim.free };
  const { mail } = claim;
  return act(system, { ...known, situation: free, ...(mail && { repeated: mail }) }, limits);
}

async function act(
  system: MailSender,
  known: DueEnrolment,
  limits: TurnLimits,
): Promise<SendResult | 'again'> {
  const { isCertain, stored, situation, plan, playbook } = known;
  const decision = decideNow(situation);
  const isSend = decision.do === 'send';
  if (!isCertain && !(isSend && situation.profile !== undefined)) return 'again';
  if (!isSend) return writeDown(system, known, decision);
  const turn = await system.pace.turn(decision.step.kind, playbook.mailing, limits);
  if (turn === 'rate') return 'busy';
  if (turn === 'go') return claimAndSend(system, { ...known, plan: plan as Plan, decision });
  const until = nextAttemptAt(turn, decision.step.kind, { ...system, plan });
  const { shiftDays } = stored;
  return writeDown(system, known, { do: 'wait', until, why: turn, planned: until, shiftDays });
}

async function writeDown(
  system: MailSender,
  { stored, situation, plan }: DueEnrolment,
  decision: Exclude<Decision, { do: 'send' }>,
): Promise<SendResult | 'again'> {
  const next = applyDecision(situation.enrolment, decision, plan);
  if ((await write(system, stored, next)) === 'conflict' || decision.do === 'skip') return 'again';
  return next.status === 'active' ? 'later' : 'over';
}

/** Several changes may be one write: what counts is the version that was read. */
function write({ table }: MailSender, { version }: ActiveEnrolment, next: Enrolment): Promise<Written> {
  return putEnrolment(table, { ...next, version: version + 1 });
}

function isClaimed(enrolment: ActiveEnrolment): enrolment is ActiveEnrolment & { claim: Claim } {
  return enrolment.claim !== undefined;
}
