import { classifyReactions } from '../../domain/nurture/mail-scanners.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import { clickEventId, openEventId } from '../../domain/nurture/reaction.ts';
import type { Instant } from '../../domain/time.ts';
import type { MailReaction } from '../../domain/tracking/event.ts';
import { parsePageUrl } from '../../domain/tracking/page-url.ts';
import {
  clearMailDue,
  confirmReaction,
  getMailWithReactions,
  moveMailDue,
  recordMachine,
} from '../../store/nurture/reactions.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';
import { countMachine, countReaction } from '../reports/count-mail.ts';

/**
 * Writes lead events for the opens and clicks a person made; the other reactions stay on the mail. The reports count
 * both, apart. Repeating it changes nothing: the time is stored on the mail first, so a repetition writes the same.
 */
export async function countReactions(
  system: { table: Table; now: () => Instant },
  id: string,
): Promise<void> {
  const { table, now } = system;
  const found = await getMailWithReactions(table, id);
  if (found === undefined) return;
  const { reactions, due } = found;
  let { mail } = found;
  const classified = classifyReactions(mail, reactions, now());
  for (const one of classified) {
    const { of, at } = one;
    if (!one.counts) {
      if (one.why !== 'settling') await recordByMachine(system, id, of, at);
      continue;
    }
    const counted = await confirmReaction(table, id, of, at);
    if (counted === undefined) return;
    mail = counted;
    await putLeadEvent(table, mail.lead, eventOf(mail, of, at));
    await countReaction(system, mail, of);
  }
  const untils = classified.flatMap((one) => (!one.counts && one.why === 'settling' ? [one.until] : []));
  const [until] = untils.sort();
  if (due === undefined) return;
  if (until === undefined) await clearMailDue(table, id, due);
  else if (until > due) await moveMailDue(table, id, due, until);
}

async function recordByMachine(
  system: { table: Table; now: () => Instant },
  id: string,
  of: 'open' | number,
  at: Instant,
): Promise<void> {
  const mail = await recordMachine(system.table, id, of, at);
  if (mail !== undefined) await countMachine(system, mail, of);
}

function eventOf(
  { id, openedAt, clicks, links, template }: Mail,
  of: 'open' | number,
  classifiedAt: Instant,
): MailReaction {
  const at = (of === 'open' ? openedAt : clicks[of]) ?? classifiedAt;
  const base = { at, receivedAt: at, mail: id };
  if (of === 'open') return { type: 'open', id: openEventId(id), ...base };
  const url = parsePageUrl(links[of] ?? '')?.url;
  const about = { link: of, ...(url !== undefined && { url }), ...(template !== undefined && { template }) };
  return { type: 'click', id: clickEventId(id, of), ...base, ...about };
}
