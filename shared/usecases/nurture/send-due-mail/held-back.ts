import { NotDone } from '../../../domain/jobs/next-try.ts';
import type { MailKind } from '../../../domain/nurture/mailing.ts';
import type { RefusalKind } from '../../../gateways/nurture/ses-refusal.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Why no mail can be sent now, or no marketing mail (`brake`). The time until another try makes sense. */
const PAUSES: Record<Exclude<RefusalKind, 'mail'> | 'brake', number> = {
  rate: MINUTE_MS,
  busy: 0,
  // The quota counts the last 24 hours: it has room again tomorrow at this time.
  quota: 24 * HOUR_MS,
  account: HOUR_MS,
  brake: HOUR_MS,
};

/** The mail waits, as it is not the mail's fault; only a mail service that fails is a failed try. */
export function heldBack(why: keyof typeof PAUSES, kind: MailKind): NotDone {
  // Somebody waits for a requested mail, and older mails leave the quota all the time.
  const after = why === 'quota' && kind === 'requested' ? 5 * MINUTE_MS : PAUSES[why];
  return new NotDone(why, { after, isHeld: why !== 'busy' });
}
