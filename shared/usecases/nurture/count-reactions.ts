import { classifyReactions } from '../../domain/nurture/mail-scanners.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import { clickEventId, openEventId } from '../../domain/nurture/reaction.ts';
import type { Instant } from '../../domain/time.ts';
import type { MailReaction } from '../../domain/tracking/event.ts';
import { clearMailDue, confirmReaction, getMailWithReactions } from '../../store/nurture/reactions.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';

/**
 * Makes events of the lead of those reactions to a mail that a person made; the others wait on the mail. Repeating
 * it changes nothing. Their moment is kept on the mail first: stopped halfway, the next time writes the same event.
 */
export async function countReactions(
  { table, now }: { table: Table; now: () => Instant },
  id: string,
): Promise<void> {
  const watched = await getMailWithReactions(table, id);
  if (watched === undefined) return;
  const { reactions, due } = watched;
  let { mail } = watched;
  const verdicts = classifyReactions(mail, reactions, now());
  for (const { of, at, counts } of verdicts) {
    if (!counts) continue;
    const counted = await confirmReaction(table, id, of, at);
    if (counted === undefined) return;
    mail = counted;
    await putLeadEvent(table, mail.lead, eventOf(mail, of, at));
  }
  const isSettled = verdicts.every((verdict) => verdict.counts || verdict.why !== 'settling');
  if (due !== undefined && isSettled) await clearMailDue(table, id, due);
}

function eventOf({ id, openedAt, clicks }: Mail, of: 'open' | number, judgedAt: Instant): MailReaction {
  const at = (of === 'open' ? openedAt : clicks[of]) ?? judgedAt;
  const told = { at, receivedAt: at, mail: id };
  if (of === 'open') return { type: 'open', id: openEventId(id), ...told };
  return { type: 'click', id: clickEventId(id, of), ...told, link: of };
}
