import type { Instant } from '../time.ts';
import type { MailReport } from '../tracking/event.ts';
import type { Mailing, SuppressionReason } from './mailing.ts';

/** This many soft bounces in a row mean that the address is dead. */
const MAX_SOFT_BOUNCES = 5;

/** Bounces caused by the mail, not by the address. */
const ABOUT_CONTENT = new Set(['MessageTooLarge', 'ContentRejected', 'AttachmentRejected']);

/**
 * Hard: the address does not work. Soft: it may work later. Content: the mail itself was refused.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types
 */
export function classifyBounce({
  bounceType,
  bounceSubType,
}: {
  bounceType: string;
  bounceSubType: string;
}): Extract<MailReport, { type: 'bounce' }>['bounce'] {
  if (ABOUT_CONTENT.has(bounceSubType)) return 'content';
  return bounceType === 'Permanent' ? 'hard' : 'soft';
}

/** The mailing state after a delivery report; the same object if nothing changes. */
export function applyReport(mailing: Mailing, report: MailReport): Mailing {
  const { type, mail, at } = report;
  if (type === 'complaint') return suppress(mailing, 'complaint', at);
  if (type === 'delivery') return clearSoftBounces(mailing);
  if (report.type !== 'bounce' || report.bounce === 'content') return mailing;
  if (report.bounce === 'hard') return suppress(mailing, 'hard-bounce', at);
  if (mailing.lastSoftBounce === mail) return mailing;
  const softBounces = mailing.softBounces + 1;
  const counted = { ...mailing, softBounces, lastSoftBounce: mail };
  return softBounces < MAX_SOFT_BOUNCES ? counted : suppress(counted, 'soft-bounces', at);
}

/** A complaint outranks a bounce: it is what the person wants. */
function suppress(mailing: Mailing, why: SuppressionReason, at: Instant): Mailing {
  const current = mailing.suppressed?.why;
  if (current === why || (current === 'complaint' && why !== 'complaint')) return mailing;
  return { ...mailing, suppressed: { why, at } };
}

function clearSoftBounces(mailing: Mailing): Mailing {
  if (mailing.softBounces === 0) return mailing;
  const { lastSoftBounce: _, ...rest } = mailing;
  return { ...rest, softBounces: 0 };
}
