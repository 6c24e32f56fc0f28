import { NotDone } from '../../../domain/jobs/next-try.ts';
import type { Decision } from '../../../domain/nurture/decide.ts';
import type { ClaimedEnrolment, Enrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import {
  applyDecision,
  claimMail,
  confirmClaim,
} from '../../../domain/nurture/enrolment/enrolment-changes.ts';
import { closedAddress, isDoubted, triedFor } from '../../../domain/nurture/feedback.ts';
import type { Mail } from '../../../domain/nurture/mailing.ts';
import { decideMail } from '../../../domain/nurture/newsletter-issue.ts';
import type { Plan } from '../../../domain/nurture/plan.ts';
import type { Instant } from '../../../domain/time.ts';
import { MailRefused } from '../../../gateways/nurture/ses-refusal.ts';
import { putEnrolment } from '../../../store/nurture/enrolments.ts';
import { changeMailing, putMailing, removeMailing } from '../../../store/nurture/mailing.ts';
import { putMail, removeMail } from '../../../store/nurture/mails.ts';
import type { ChosenMail } from '../ab-test/choose-variant.ts';
import type { ComposedMail } from './compose-mail.ts';
import { type DueEnrolment, type MailSender, RESEND_AFTER_MS } from './mail-sender.ts';
import { readAgain } from './read-situation.ts';

/** A due enrolment whose decision is to send, and its mail. */
interface MailToSend extends DueEnrolment {
  plan: Plan;
  decision: Extract<Decision, { do: 'send' }>;
  id: string;
  chosen: ChosenMail;
  composed: ComposedMail;
}

/** Times of marketing mails kept for the frequency cap, more than any cap needs. */
const MAX_RECENT = 20;

/**
 * Claims a mail, sends it and confirms it. If several try at once, only the one that writes its claim over the version
 * it read sends. Changes a person makes up to the moment of sending still count.
 * @returns `conflict` if the enrolment must be read and decided anew
 * @throws NotDone if the mail service takes no mail now
 */
export async function claimAndSend(system: MailSender, mail: MailToSend): Promise<'done' | 'conflict'> {
  const { table, now } = system;
  const { stored, situation, decision, plan, id, composed, repeated } = mail;
  const at = now();
  if (repeated === undefined) await putMail(table, mailOf(mail, at));
  const claimed = claimMail(situation.enrolment, decision, { mail: id, at }, plan);
  if ((await putEnrolment(table, claimed)) === 'conflict') {
    if (repeated === undefined) await removeMail(table, stored.lead, id);
    return 'conflict';
  }
  if (!(await isStillWanted(system, mail, at))) {
    await undo(system, mail, claimed, stored);
    return 'conflict';
  }
  try {
    await system.mailer.send(composed.outgoing);
  } catch (error) {
    await afterFailure(system, mail, claimed, error as Error);
    return 'done';
  }
  // A marketing mail counts as sent since it was claimed.
  if (decision.step.kind === 'requested') await putEnrolment(table, confirmClaim(claimed, plan));
  return 'done';
}

/**
 * Counts a marketing mail against the frequency cap, and remembers the one new try to an address that bounced, conditional
 * on the version that was read; then decides again on fresh data.
 */
async function isStillWanted(
  { table, now }: MailSender,
  { stored, situation, decision }: MailToSend,
  at: Instant,
): Promise<boolean> {
  const { mailing } = situation;
  const isMarketing = decision.step.kind === 'marketing';
  const isNewTry = !isMarketing && closedAddress(mailing) !== undefined;
  if (isMarketing || isNewTry) {
    const counted = await putMailing(table, {
      ...mailing,
      version: mailing.version + 1,
      ...(isMarketing && { recent: [...mailing.recent, at].slice(-MAX_RECENT) }),
      ...(isNewTry && triedFor(mailing, stored.startedAt)),
    });
    if (counted === 'conflict') return false;
  }
  const fresh = await readAgain({ table, now }, situation, at);
  const decided = decideMail(fresh);
  // An erasure may have run before the count was written: remove it again.
  if (decided.do === 'end' && decided.why === 'erased') await removeMailing(table, stored.lead);
  return decided.do === 'send' && decided.step.id === decision.step.id;
}

/** @throws NotDone if the mail is to be tried again */
async function afterFailure(
  system: MailSender,
  mail: MailToSend,
  claimed: ClaimedEnrolment,
  error: Error,
): Promise<void> {
  const { stored, situation, plan, decision } = mail;
  const { step, shiftDays } = decision;
  const about = { lead: stored.lead, mail: mail.id };
  if (!(error instanceof MailRefused)) {
    system.report('mail-fate-unknown', { ...about, reason: error.name });
    if (step.kind === 'marketing') return;
    throw new NotDone('mail-fate-unknown', { after: RESEND_AFTER_MS });
  }
  const { kind, message: reason } = error;
  if (kind === 'mail') {
    system.report('mail-refused', { ...about, reason });
    const skip = { do: 'skip', step, why: 'refused' } as const;
    await undo(system, mail, claimed, applyDecision({ ...situation.enrolment, shiftDays }, skip, plan));
    return;
  }
  if (kind === 'account') system.report('mail-not-allowed', { ...about, reason });
  // It keeps the claim of an earlier attempt: we still do not know whether that one was sent.
  await undo(system, mail, claimed, stored);
  throw system.pace.holdBack(kind, step.kind);
}

/** The mail was certainly not sent: undoes this attempt. */
async function undo(
  { table }: MailSender,
  { repeated }: MailToSend,
  { lead, claim, version }: ClaimedEnrolment,
  next: Enrolment,
): Promise<void> {
  await putEnrolment(table, { ...next, version: version + 1 });
  if (claim.kind === 'marketing') {
    await changeMailing(table, lead, (mailing) => {
      const recent = mailing.recent.filter((at) => at !== claim.at);
      return recent.length === mailing.recent.length ? mailing : { ...mailing, recent };
    });
  }
  if (repeated === undefined) await removeMail(table, lead, claim.mail);
}

function mailOf(
  { stored, situation, decision, plan, playbook, id, chosen, composed }: MailToSend,
  at: Instant,
): Mail {
  const { step } = decision;
  const { tracked, links, hidden, asks, outgoing } = composed;
  return {
    id,
    lead: stored.lead,
    sequence: stored.sequence,
    step: step.id,
    template: chosen.mail,
    ...(chosen.variant && { test: chosen.variant }),
    subject: plan.sequence.subject ?? '',
    heading: outgoing.subject,
    kind: step.kind,
    ...(situation.profile && { locale: situation.profile.locale }),
    ...(asks !== undefined && { asks }),
    tracked,
    // Links of untracked mails do not lead through our API, so they are never looked up.
    links: tracked ? links : [],
    ...(hidden !== undefined && { hidden }),
    playbook: playbook.version,
    ...(isDoubted(situation.mailing) && { doubted: true as const }),
    claimedAt: at,
    clicks: {},
    machineClicks: {},
  };
}
