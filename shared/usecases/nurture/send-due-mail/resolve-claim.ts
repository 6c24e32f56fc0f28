import type { ActiveEnrolment, Claim, Enrolment } from '../../../domain/nurture/enrolment.ts';
import { confirmClaim } from '../../../domain/nurture/enrolment-changes.ts';
import type { Plan } from '../../../domain/nurture/plan.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import { getMail } from '../../../store/nurture/mails.ts';
import type { Table } from '../../../store/table.ts';

/** After so long a requested mail of which nobody heard is sent again. */
export const RESEND_AFTER_MS = 600_000;
/** For so long: whoever has not got it by then is better served by asking again. */
const GIVE_UP_MS = 86_400_000;

/** What becomes of a claim that nobody confirmed: it holds, or the same mail is to be sent again. */
export type ResolvedClaim = { settled: Enrolment } | { free: ActiveEnrolment; mail?: string };

/**
 * Settles a mail whose sending was broken off. A marketing mail counts as sent, whatever happened: its fate is what
 * the mail service reports. A requested one was sent if the mail service said so; if not it is sent again.
 */
export async function resolveClaim(
  { table, now }: { table: Table; now: () => Instant },
  enrolment: ActiveEnrolment & { claim: Claim },
  plan: Plan | undefined,
): Promise<ResolvedClaim> {
  const { claim, ...free } = enrolment;
  if (claim.kind === 'marketing') return { settled: confirmClaim(enrolment, plan) };
  const mail = await getMail(table, claim.mail);
  const isHopeless = mail !== undefined && now() >= plus(mail.claimedAt, GIVE_UP_MS);
  if (mail?.sentAt !== undefined || isHopeless) return { settled: confirmClaim(enrolment, plan) };
  return mail === undefined ? { free } : { free, mail: mail.id };
}
