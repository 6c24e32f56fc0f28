import type { Decision } from '../../../domain/nurture/decide.ts';
import type { ActiveEnrolment, Claim, DoneEnrolment, Enrolment } from '../../../domain/nurture/enrolment.ts';
import {
  claimMail,
  confirmClaim,
  releaseClaim,
  skipRefused,
} from '../../../domain/nurture/enrolment-changes.ts';
import type { Mail } from '../../../domain/nurture/mailing.ts';
import type { Plan } from '../../../domain/nurture/plan.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import { MailRefused } from '../../../gateways/ses-refusal.ts';
import { putEnrolment } from '../../../store/nurture/enrolments.ts';
import { changeMailing, putMailing, removeMailing } from '../../../store/nurture/mailing.ts';
import { putMail, removeMail } from '../../../store/nurture/mails.ts';
import { type ComposedMail, composeMail } from './compose-mail.ts';
import type { DueEnrolment, MailSender, SendResult } from './mail-sender.ts';
import { decideNow, readAgain } from './read-situation.ts';
import { RESEND_AFTER_MS } from './resolve-claim.ts';
import { nextAttemptAt } from './retry-delay.ts';

/** A mail that is decided upon, on its way out. */
interface MailToSend extends DueEnrolment {
  plan: Plan;
  decision: Extract<Decision, { do: 'send' }>;
}

type Claimed = (ActiveEnrolment | DoneEnrolment) & { claim: Claim };

/** More marketing mails than any cap asks for. */
const REMEMBERED = 20;

/**
 * Claims a mail, sends it, and writes down that it was; when, the mail service reports. Of all who try, the one whose claim is written over
 * the version it read sends. What a person changes up to the moment of sending still counts.
 */
export async function claimAndSend(system: MailSender, order: MailToSend): Promise<SendResult | 'again'> {
  const { table, now } = system;
  const { stored, situation, decision, plan, repeated } = order;
  const id = repeated ?? system.newMailId();
  const at = now();
  const composed = await composeMail(system, {
    ...situation,
    id,
    ...namesIn(order),
    playbook: order.playbook,
  });
  if (repeated === undefined) await putMail(table, mailOf(order, { id, at, composed }));

  const claim = claimMail(
    situation.enrolment,
    decision,
    { mail: id, at, retryAt: plus(at, RESEND_AFTER_MS) },
    plan,
  );
  const mine = { ...claim, version: stored.version + 1 } as Claimed;
  if ((await putEnrolment(table, mine)) === 'conflict') {
    if (repeated === undefined) await removeMail(table, stored.lead, id);
    return 'again';
  }
  if (!(await isStillRight(system, order, at))) {
    await releaseAndForget(system, order, mine, releaseClaim(mine, now()));
    return 'again';
  }
  try {
    await system.mailer.send(composed.outgoing);
  } catch (error) {
    return afterFailure(system, order, mine, error as Error);
  }
  await putEnrolment(table, confirmClaim(mine, plan));
  return 'sent';
}

/**
 * Counts a marketing mail against the cap, which nobody can do twice from what they read once, and looks again at
 * what the person wants.
 */
async function isStillRight(
  { table, now }: MailSender,
  { stored, situation, decision }: MailToSend,
  at: Instant,
): Promise<boolean> {
  if (decision.step.kind === 'marketing') {
    const { mailing } = situation;
    const recent = [...mailing.recent, at].slice(-REMEMBERED);
    const counted = await putMailing(table, { ...mailing, version: mailing.version + 1, recent });
    if (counted === 'conflict') return false;
  }
  const fresh = await readAgain({ table, now }, situation, at);
  const again = decideNow(fresh);
  // Whoever erased the person may have passed before the count was written.
  if (again.do === 'end' && again.why === 'erased') await removeMailing(table, stored.lead);
  return again.do === 'send' && again.step.id === decision.step.id;
}

async function afterFailure(
  system: MailSender,
  order: MailToSend,
  mine: Claimed,
  error: Error,
): Promise<SendResult> {
  const { lead, claim } = mine;
  const about = { lead, mail: claim.mail, reason: error instanceof MailRefused ? error.message : error.name };
  if (!(error instanceof MailRefused)) {
    system.report('mail-fate-unknown', about);
    return 'sent';
  }
  if (error.kind === 'mail') {
    system.report('mail-refused', about);
    await releaseAndForget(system, order, mine, skipRefused(mine, order.plan));
    return 'later';
  }
  if (error.kind === 'account') system.report('mail-not-allowed', about);
  const until = nextAttemptAt(error.kind, claim.kind, { ...system, plan: order.plan });
  const why = error.kind === 'quota' ? 'quota' : 'mail-service';
  await releaseAndForget(system, order, mine, { ...free(order, mine, until), planned: until, waits: why });
  return 'later';
}

/** Whether an earlier attempt sent it is still not known: that claim stays. */
function free({ repeated }: MailToSend, mine: Claimed, until: Instant): ActiveEnrolment {
  if (repeated === undefined) return releaseClaim(mine, until);
  return { ...mine, status: 'active', version: mine.version + 1, due: until, planned: mine.claim.planned };
}

/** The mail certainly was not sent now: nothing of this attempt remains. */
async function releaseAndForget(
  { table }: MailSender,
  { repeated }: MailToSend,
  { lead, claim }: Claimed,
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

function namesIn({ stored, decision: { step } }: MailToSend) {
  return { sequence: stored.sequence, step: step.id, mail: step.mail };
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
    // Without tracking no link leads through us, so none is ever looked up.
    links: tracked ? links : [],
    playbook: playbook.version,
    ...(situation.mailing.softBounces > 0 && { doubted: true as const }),
    claimedAt: at,
    clicks: {},
  };
}
