import type { Decision } from '../../../domain/nurture/decide.ts';
import type {
  ActiveEnrolment,
  ClaimedEnrolment,
  Enrolment,
} from '../../../domain/nurture/enrolment/enrolment.ts';
import {
  claimMail,
  confirmClaim,
  releaseClaim,
  skipRefused,
} from '../../../domain/nurture/enrolment/enrolment-changes.ts';
import type { Mail } from '../../../domain/nurture/mailing.ts';
import { decideMail } from '../../../domain/nurture/newsletter-issue.ts';
import type { Plan } from '../../../domain/nurture/plan.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import { MailRefused } from '../../../gateways/nurture/ses-refusal.ts';
import { putEnrolment } from '../../../store/nurture/enrolments.ts';
import { changeMailing, putMailing, removeMailing } from '../../../store/nurture/mailing.ts';
import { putMail, removeMail } from '../../../store/nurture/mails.ts';
import { type ComposedMail, composeMail } from './compose-mail.ts';
import { heldBack } from './held-back.ts';
import type { DueEnrolment, MailSender, SendResult } from './mail-sender.ts';
import { readAgain } from './read-situation.ts';
import { RESEND_AFTER_MS } from './resolve-claim.ts';

/** A due enrolment whose decision is to send. */
interface MailToSend extends DueEnrolment {
  plan: Plan;
  decision: Extract<Decision, { do: 'send' }>;
}

/** Times of marketing mails kept for the frequency cap, more than any cap needs. */
const MAX_RECENT = 20;

/**
 * Claims a mail, sends it and confirms it. If several try at once, only the one that writes its claim over the version
 * it read sends. Changes a person makes up to the moment of sending still count.
 * @returns `conflict` if the enrolment must be read and decided anew
 * @throws NotDone if the mail service takes no mail now
 */
export async function claimAndSend(system: MailSender, mail: MailToSend): Promise<SendResult | 'conflict'> {
  const { table, now } = system;
  const { stored, situation, decision, plan, repeated } = mail;
  const id = repeated ?? system.newMailId();
  const at = now();
  const names = { sequence: stored.sequence, step: decision.step.id, mail: decision.step.mail };
  const composed = await composeMail(system, { ...situation, id, ...names, playbook: mail.playbook });
  if (repeated === undefined) await putMail(table, mailOf(mail, { id, at, composed }));

  const attempt = { mail: id, at, retryAt: plus(at, RESEND_AFTER_MS) };
  const claiming = claimMail(situation.enrolment, decision, attempt, plan);
  const claimed = { ...claiming, version: stored.version + 1 } as ClaimedEnrolment;
  if ((await putEnrolment(table, claimed)) === 'conflict') {
    if (repeated === undefined) await removeMail(table, stored.lead, id);
    return 'conflict';
  }
  if (!(await isStillWanted(system, mail, at))) {
    await undo(system, mail, claimed, releaseClaim(claimed, stored.due));
    return 'conflict';
  }
  try {
    await system.mailer.send(composed.outgoing);
  } catch (error) {
    return afterFailure(system, mail, claimed, error as Error);
  }
  await putEnrolment(table, confirmClaim(claimed, plan));
  return 'sent';
}

/**
 * Counts a marketing mail against the frequency cap, conditional on the version that was read, and decides again on
 * fresh data.
 */
async function isStillWanted(
  { table, now }: MailSender,
  { stored, situation, decision }: MailToSend,
  at: Instant,
): Promise<boolean> {
  if (decision.step.kind === 'marketing') {
    const { mailing } = situation;
    const recent = [...mailing.recent, at].slice(-MAX_RECENT);
    const counted = await putMailing(table, { ...mailing, version: mailing.version + 1, recent });
    if (counted === 'conflict') return false;
  }
  const fresh = await readAgain({ table, now }, situation, at);
  const decided = decideMail(fresh);
  // An erasure may have run before the count was written: remove it again.
  if (decided.do === 'end' && decided.why === 'erased') await removeMailing(table, stored.lead);
  return decided.do === 'send' && decided.step.id === decision.step.id;
}

async function afterFailure(
  system: MailSender,
  mail: MailToSend,
  claimed: ClaimedEnrolment,
  error: Error,
): Promise<SendResult> {
  const { lead, claim } = claimed;
  const about = { lead, mail: claim.mail, reason: error instanceof MailRefused ? error.message : error.name };
  if (!(error instanceof MailRefused)) {
    system.report('mail-fate-unknown', about);
    return 'sent';
  }
  if (error.kind === 'mail') {
    system.report('mail-refused', about);
    await undo(system, mail, claimed, skipRefused(claimed, mail.plan));
    return 'later';
  }
  if (error.kind === 'account') system.report('mail-not-allowed', about);
  await undo(system, mail, claimed, released(mail, claimed));
  throw heldBack(error.kind, claim.kind);
}

/**
 * The enrolment is due as it was before. It keeps the claim of an earlier attempt: we still do not know whether that
 * one was sent.
 */
function released({ stored, repeated }: MailToSend, claimed: ClaimedEnrolment): ActiveEnrolment {
  if (repeated === undefined) return releaseClaim(claimed, stored.due);
  const { version, claim } = claimed;
  return { ...claimed, status: 'active', version: version + 1, due: stored.due, planned: claim.planned };
}

/** The mail was certainly not sent: undoes this attempt. */
async function undo(
  { table }: MailSender,
  { repeated }: MailToSend,
  { lead, claim }: ClaimedEnrolment,
  next: Enrolment,
): Promise<void> {
  await putEnrolment(table, next);
  if (claim.kind === 'marketing') {
    await changeMailing(table, lead, (mailing) => {
      const recent = mailing.recent.filter((at) => at !== claim.at);
      return recent.length === mailing.recent.length ? mailing : { ...mailing, recent };
    });
  }
  if (repeated === undefined) await removeMail(table, lead, claim.mail);
}

function mailOf(
  { stored, situation, decision, plan, playbook }: MailToSend,
  { id, at, composed: { tracked, links, outgoing } }: { id: string; at: Instant; composed: ComposedMail },
): Mail {
  const { step } = decision;
  return {
    id,
    lead: stored.lead,
    sequence: stored.sequence,
    step: step.id,
    subject: plan.sequence.subject ?? '',
    heading: outgoing.subject,
    kind: step.kind,
    tracked,
    // Links of untracked mails do not lead through our API, so they are never looked up.
    links: tracked ? links : [],
    playbook: playbook.version,
    ...(situation.mailing.softBounces > 0 && { doubted: true as const }),
    claimedAt: at,
    clicks: {},
  };
}
