import { classifyReactions } from '../../domain/nurture/mail-scanners.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import { clickEventId, openEventId } from '../../domain/nurture/reaction.ts';
import type { Instant } from '../../domain/time.ts';
import type { MailReaction } from '../../domain/tracking/event.ts';
import {
  clearMailDue,
  confirmReaction,
  getMailWithReactions,
  moveMailDue,
} from '../../store/nurture/reactions.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';

/**
 * Writes lead events for the opens and clicks a person made; the other reactions stay on the mail. Repeating it
 * changes nothing: the time is stored on the mail first, so a repetition writes the same event.
 */
export async function countReactions(
  { table, now }: { table: Table; now: () => Instant },
  id: string,
): Promise<void> {
  const found = await getMailWithReactions(table, id);
  if (found === undefined) return;
  const { reactions, due } = found;
  let { mail } = found;
  const classified = classifyReactions(mail, reactions, now());
  for (const { of, at, counts } of classified) {
    if (!counts) continue;
    const counted = await confirmReaction(table, id, of, at);
    if (counted === undefined) return;
    mail = counted;
    await putLeadEvent(table, mail.lead, eventOf(mail, of, at));
  }
  const untils = classified.flatMap((one) => (!one.counts && one.why === 'settling' ? [one.until] : []));
  const [until] = untils.sort();
  if (due === undefined) return;
  if (until === undefined) await clearMailDue(table, id, due);
  else if (until > due) await moveMailDue(table, id, due, until);
}

function eventOf({ id, openedAt, clicks }: Mail, of: 'open' | number, classifiedAt: Instant): MailReaction {
  const at = (of === 'open' ? openedAt : clicks[of]) ?? classifiedAt;
  const base = { at, receivedAt: at, mail: id };
  if (of === 'open') return { type: 'open', id: openEventId(id), ...base };
  return { type: 'click', id: clickEventId(id, of), ...base, link: of };
}
