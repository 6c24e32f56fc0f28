import { unsubscribed } from '../../domain/nurture/feedback.ts';
import { changeMailing } from '../../store/nurture/mailing.ts';
import { getMail } from '../../store/nurture/mails.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';
import { countUnsubscribed } from '../reports/count-mail.ts';
import type { ChangeResult, ConsentSystem } from './confirm-mail.ts';

/**
 * Stops all marketing mail to a person at once, mail that is already due included. Repeating it changes nothing. If it
 * stops halfway, mail has stopped, and repeating it records the event.
 */
export async function unsubscribe(
  system: ConsentSystem,
  id: string,
  how: 'one-click' | 'unsubscribe-page' | 'preferences',
): Promise<ChangeResult> {
  const { table, now } = system;
  const mail = await getMail(table, id);
  if (mail === undefined) return 'unknown';
  const { suppressed } = await changeMailing(table, mail.lead, (mailing) => unsubscribed(mailing, now()));
  const at = suppressed?.at ?? now();
  const event = { type: 'mail-consent', id: `unsubscribe-${at}`, to: 'withdrawn', how, mail: id } as const;
  await putLeadEvent(table, mail.lead, { ...event, at, receivedAt: at });
  await countUnsubscribed(system, mail, at);
  return 'done';
}
