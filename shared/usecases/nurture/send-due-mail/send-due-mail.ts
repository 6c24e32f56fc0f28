import { isErased } from '../../../domain/identity/lead.ts';
import { jobKinds } from '../../../domain/jobs/job-kinds.ts';
import { NotDone } from '../../../domain/jobs/next-try.ts';
import type { Decision, Situation } from '../../../domain/nurture/decide.ts';
import type { ActiveEnrolment, EnrolmentKey } from '../../../domain/nurture/enrolment/enrolment.ts';
import { applyDecision, confirmClaim } from '../../../domain/nurture/enrolment/enrolment-changes.ts';
import { decideMail } from '../../../domain/nurture/newsletter-issue.ts';
import { type Plan, planOf } from '../../../domain/nurture/plan.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import type { Due } from '../../../store/due.ts';
import { getEnrolment, putEnrolment } from '../../../store/nurture/enrolments.ts';
import { getMail } from '../../../store/nurture/mails.ts';
import { untilWritten } from '../../../store/until-written.ts';
import { chooseVariant } from '../ab-test/choose-variant.ts';
import { askBudgets, NO_TURN } from './ask-budgets.ts';
import { claimAndSend } from './claim-and-send.ts';
import { composeMail } from './compose-mail.ts';
import { type DueEnrolment, type MailSender, RESEND_AFTER_MS } from './mail-sender.ts';
import type { MailInLine, Turn } from './pace-mail.ts';
import { readSituation } from './read-situation.ts';

/** For a mail that is sent as soon as it is requested; after five seconds it is left to the sweeps. */
const SINGLE_MAIL: Turn = { patience: 5_000, ahead: 1 };

interface Attempt extends Turn {
  /** Whether to read consistently; otherwise what is read may be out of date. */
  isConsistent: boolean;
  /** When a requested mail has its turn in the budgets, once they were asked. */
  budgets: { turn?: Instant };
  /** Earlier tries at this mail, as found. */
  tried?: Due | undefined;
}

/**
 * Handles a due enrolment: sends its next mail if nothing stops it, or stores why not. Each mail is sent once, however
 * often and by however many this is called.
 *
 * The first attempt reads eventually consistent, at half the cost. It may only decide to send, because that is checked
 * again after the claim; for any other decision it reads again, consistently.
 * @returns `left` when there was no turn to send: it is still due
 * @throws NotDone if the mail may not be sent now; any error if the table refuses or the enrolment keeps changing. It
 * stays due.
 */
export async function sendDueMail(
  system: MailSender,
  of: EnrolmentKey,
  attempt: Turn & Pick<Attempt, 'tried'> = SINGLE_MAIL,
): Promise<'done' | 'left'> {
  const budgets = {};
  return untilWritten(async (before) => {
    const isConsistent = before > 0;
    const enrolment = await getEnrolment(system.table, of, { isConsistent });
    const isDue = enrolment?.status === 'active' && !enrolment.held && enrolment.due <= system.now();
    if (isDue) return handleDue(system, enrolment, { ...attempt, isConsistent, budgets });
    return isConsistent ? 'done' : 'conflict';
  });
}

async function handleDue(
  system: MailSender,
  stored: ActiveEnrolment,
  attempt: Attempt,
): Promise<'done' | 'left' | 'conflict'> {
  const { table, now } = system;
  const playbook = await system.playbook();
  const situation = await readSituation(system, stored, playbook, attempt);
  const plan = planOf(stored.sequence, situation.profile, situation.rules);
  const due = { stored, situation, plan, playbook };
  const { claim, ...unclaimed } = stored;
  // A marketing mail counts as sent, whatever happened.
  if (claim === undefined || claim.kind === 'marketing') {
    const next = { stored: unclaimed, situation: { ...situation, enrolment: unclaimed } };
    return sendOrStore(system, { ...due, ...next }, attempt);
  }
  if (!attempt.isConsistent) return 'conflict';

  // The claim was never confirmed. A requested mail counts as sent if SES said so.
  const mail = await getMail(table, claim.mail);
  if (mail?.sentAt !== undefined) {
    await putEnrolment(table, confirmClaim({ ...stored, claim }, plan));
    return 'conflict';
  }
  const isUnderWay = now() < plus(claim.at, RESEND_AFTER_MS);
  if (isUnderWay) return 'done';
  // It may be what kills the process each time.
  const isHopeless = now() > plus(stored.due, jobKinds['requested-mail'].patience);
  if (isHopeless) throw new NotDone('interrupted', { isFinal: true });
  const repeated = mail && { repeated: mail };
  return sendOrStore(
    system,
    { ...due, ...repeated, situation: { ...situation, enrolment: unclaimed } },
    attempt,
  );
}

async function sendOrStore(
  system: MailSender,
  due: DueEnrolment,
  attempt: Attempt,
): Promise<'done' | 'left' | 'conflict'> {
  const { stored, situation, plan, playbook } = due;
  const decision = decideMail(situation);
  const isSend = decision.do === 'send';
  if (!attempt.isConsistent && !(isSend && isFresh(situation, plan))) return 'conflict';
  if (!isSend) return storeDecision(system, due, decision, attempt);
  const { step, planned, shiftDays } = decision;
  const isForStranger = step.kind === 'requested' && !isConfirmed(due);
  const until = await turnInBudgets(system, due, attempt, { ...step, isForStranger });
  if (until > system.now()) {
    const wait = { do: 'wait', until, why: 'budget', planned, shiftDays } as const;
    return storeDecision(system, due, wait, attempt);
  }
  const id = due.repeated?.id ?? system.newMailId();
  const { sequence } = stored;
  const choice = { lead: situation.lead, sequence, step, playbook, repeated: due.repeated };
  const chosen = await chooseVariant(system, choice);
  // Before its turn: a mail that cannot be composed takes no turn of another.
  const composed = await composeMail(system, {
    ...situation,
    ...chosen,
    sequence,
    step: step.id,
    id,
    playbook,
  });
  const mail = { kind: step.kind, isForStranger };
  if (!(await system.pace.turn(mail, playbook.mailing, attempt))) return 'left';
  return claimAndSend(system, { ...due, plan: plan as Plan, decision, id, chosen, composed });
}

/** The owner of the address has pressed the button in a mail to it, or another system says so. */
function isConfirmed({ situation: { lead, rules } }: DueEnrolment): boolean {
  return rules.mailing.doubleOptIn && lead !== undefined && !isErased(lead) && lead.mail === 'granted';
}

/** When a mail has its turn in the budgets of its mailbox and its network. It asks them once for each mail. */
async function turnInBudgets(
  { table, now }: MailSender,
  { situation: { enrolment, rules }, repeated }: DueEnrolment,
  { budgets, tried }: Attempt,
  { kind, isForStranger }: MailInLine,
): Promise<Instant> {
  const hadTurn = enrolment.waits === 'budget' || repeated !== undefined;
  // What was tried, and did not wait for its turn, had it before that.
  const isTried = tried !== undefined && tried.failure !== '' && tried.failure !== NO_TURN;
  if (kind === 'marketing' || hadTurn || isTried) return now();
  budgets.turn ??= await askBudgets({ table, now: now(), rules: rules.mailing }, enrolment, isForStranger);
  return budgets.turn;
}

/** Whether the profile that was read knows of the form that requested the mail: the mail asks to confirm what that form asked. */
function isFresh({ profile, enrolment }: Situation, plan: Plan | undefined): boolean {
  const start = plan?.sequence.start;
  if (profile === undefined || !enrolment.isRequested || start === undefined) return profile !== undefined;
  return 'form' in start && (profile.forms?.[start.form] ?? '') >= enrolment.startedAt;
}

async function storeDecision(
  { table }: MailSender,
  { situation, plan }: DueEnrolment,
  decision: Exclude<Decision, { do: 'send' }>,
  { tried }: Attempt,
): Promise<'done' | 'conflict'> {
  const next = applyDecision(situation.enrolment, decision, plan);
  const isSameMail = decision.do === 'wait' && (decision.why === 'hours' || decision.why === 'cap');
  const written = await putEnrolment(table, next, isSameMail ? tried : undefined);
  return written === 'conflict' || decision.do === 'skip' ? 'conflict' : 'done';
}
