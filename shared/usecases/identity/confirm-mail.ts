import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import type { Instant } from '../../domain/time.ts';
import { getLead } from '../../store/identity/leads.ts';
import { changeMailing } from '../../store/nurture/mailing.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';

/** Whether there is such a mail; without one nothing was changed. */
export type ChangeResult = 'done' | 'unknown';

export interface ConsentSystem {
  table: Table;
  now: () => Instant;
}

/**
 * Takes the word of the owner of an address that mail is welcome: the mail that was confirmed is the proof. It holds
 * again for who unsubscribed before, not for an address that takes no mail. Confirming again changes nothing.
 */
export async function confirmMail(
  { table, now }: ConsentSystem,
  id: string,
  how: 'confirmation' | 'preferences' = 'confirmation',
): Promise<ChangeResult> {
  const mail = await getMail(table, id);
  const lead = mail && (await getLead(table, mail.lead));
  if (mail === undefined || lead === undefined || isErased(lead)) return 'unknown';
  const before = await liftUnsubscribe(table, mail.lead);
  if (lead.mail === 'granted' && before === undefined) return 'done';
  const at = now();
  const event = { type: 'mail-consent', id: `confirm-${at}`, to: 'granted', how, mail: id } as const;
  await putLeadEvent(table, mail.lead, { ...event, at, receivedAt: at });
  return 'done';
}

/** @returns when somebody who is welcome again unsubscribed, undefined for all others. */
async function liftUnsubscribe(table: Table, lead: LeadId): Promise<Instant | undefined> {
  let unsubscribedAt: Instant | undefined;
  await changeMailing(table, lead, (mailing) => {
    const { suppressed, ...rest } = mailing;
    unsubscribedAt = suppressed?.why === 'unsubscribed' ? suppressed.at : undefined;
    return unsubscribedAt === undefined ? mailing : rest;
  });
  return unsubscribedAt;
}
