import type { ActiveEnrolment, Claim, Enrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import { confirmClaim } from '../../../domain/nurture/enrolment/enrolment-changes.ts';
import type { Plan } from '../../../domain/nurture/plan.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import { getMail } from '../../../store/nurture/mails.ts';
import type { Table } from '../../../store/table.ts';

/** A requested mail without a report is sent again after this time. */
export const RESEND_AFTER_MS = 600_000;
/** After this time it is not sent again: by then it is easier for the person to request it again. */
const GIVE_UP_MS = 86_400_000;

/** Either the claim is confirmed, or the mail is to be sent again, under its old id if it was stored. */
export type ResolvedClaim = { confirmed: Enrolment } | { unclaimed: ActiveEnrolment; mail?: string };

/**
 * Resolves a claim that was never confirmed. A marketing mail counts as sent, whatever happened. A requested mail
 * counts as sent if SES reported so; otherwise it is sent again.
 */
export async function resolveClaim(
  { table, now }: { table: Table; now: () => Instant },
  enrolment: ActiveEnrolment & { claim: Claim },
  plan: Plan | undefined,
): Promise<ResolvedClaim> {
  const { claim, ...unclaimed } = enrolment;
  if (claim.kind === 'marketing') return { confirmed: confirmClaim(enrolment, plan) };
  const mail = await getMail(table, claim.mail);
  const isTooOld = mail !== undefined && now() >= plus(mail.claimedAt, GIVE_UP_MS);
  if (mail?.sentAt !== undefined || isTooOld) return { confirmed: confirmClaim(enrolment, plan) };
  return mail === undefined ? { unclaimed } : { unclaimed, mail: mail.id };
}
