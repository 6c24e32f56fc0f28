import type { Instant } from '../time.ts';
import type { MailReport } from '../tracking/event.ts';
import type { Mailing, SuppressionReason } from './mailing.ts';

/** Of soft bounces in a row so many mean that the address is dead. */
const MAX_SOFT_BOUNCES = 5;

/** Bounces that say something about the mail, not about whoever was to get it. */
const ABOUT_CONTENT = new Set(['MessageTooLarge', 'ContentRejected', 'AttachmentRejected']);

/**
 * What a bounce says of an address.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types
 */
export function classifyBounce({
  bounceType,
  bounceSubType,
}: {
  bounceType: string;
  bounceSubType: string;
}): NonNullable<MailReport['bounce']> {
  if (ABOUT_CONTENT.has(bounceSubType)) return 'content';
  return bounceType === 'Permanent' ? 'hard' : 'soft';
}

/** What is kept about mailing a person after a report on a mail to it: the same when it changes nothing. */
export function applyReport(mailing: Mailing, { type, bounce, mail, at }: MailReport): Mailing {
  if (type === 'complaint') return suppress(mailing, 'complaint', at);
  if (type === 'delivery') return clearSoftBounces(mailing);
  if (type !== 'bounce' || bounce === 'content') return mailing;
  if (bounce === 'hard') return suppress(mailing, 'hard-bounce', at);
  if (mailing.lastSoftBounce === mail) return mailing;
  const softBounces = mailing.softBounces + 1;
  const counted = { ...mailing, softBounces, lastSoftBounce: mail };
  return softBounces < MAX_SOFT_BOUNCES ? counted : suppress(counted, 'soft-bounces', at);
}

/** A complaint outweighs an address that takes no mail: it is a person's own word. */
function suppress(mailing: Mailing, why: SuppressionReason, at: Instant): Mailing {
  const known = mailing.suppressed?.why;
  if (known === why || (known === 'complaint' && why !== 'complaint')) return mailing;
  return { ...mailing, suppressed: { why, at } };
}

function clearSoftBounces(mailing: Mailing): Mailing {
  if (mailing.softBounces === 0) return mailing;
  const { lastSoftBounce: _, ...rest } = mailing;
  return { ...rest, softBounces: 0 };
}
