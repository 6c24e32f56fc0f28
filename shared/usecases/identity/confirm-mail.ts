import { isErased } from '../../domain/identity/lead.ts';
import type { PermissionProof } from '../../domain/identity/permission-proofs.ts';
import { soleAsker } from '../../domain/identity/trust.ts';
import { closedAddress, welcomed } from '../../domain/nurture/feedback.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import { askedOf } from '../../domain/nurture/preferences.ts';
import type { Instant } from '../../domain/time.ts';
import type { MailConsentChange } from '../../domain/tracking/event.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { changeMailing, getMailing } from '../../store/nurture/mailing.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';

/** `unknown` when there is no such mail; nothing was changed then. */
export type ChangeResult = 'done' | 'unknown';
/** `nothing` when the person asked for nothing that can be confirmed, or the address stays closed. */
export type ConfirmResult = ChangeResult | 'nothing';

export interface ConsentSystem {
  table: Table;
  now: () => Instant;
}

/**
 * Records that the owner of an address confirmed what that mail asked, in the words that were agreed to; on the
 * preferences page, all that was asked. It also undoes what stopped mail before: an unsubscribe, and as an own act a
 * complaint or a bounce, after which the next mail shows whether the address works. Confirming again changes nothing.
 */
export async function confirmMail(
  { table, now }: ConsentSystem,
  id: string,
  how: 'confirmation' | 'preferences' = 'confirmation',
): Promise<ConfirmResult> {
  const mail = await getMail(table, id);
  const lead = mail && (await getLead(table, mail.lead));
  if (mail === undefined || lead === undefined || isErased(lead)) return 'unknown';
  const [profile, mailing] = await Promise.all([getProfile(table, mail.lead), getMailing(table, mail.lead)]);
  const { suppressed } = mailing;
  const asked = askedOf({ mail, lead, mailing, permissions: profile?.permissions ?? [] }, how);
  const isLifted = suppressed?.why === 'unsubscribed' || isOwnAct(mail, how);
  const isClosed = closedAddress(mailing) !== undefined;
  if (asked.length === 0 && isClosed && isLifted) {
    const at = now();
    await changeMailing(table, mail.lead, (before) => welcomed(before, at));
    return 'done';
  }
  if (asked.length === 0 && lead.mail !== 'granted') return 'nothing';
  const result = isClosed && !isLifted ? 'nothing' : 'done';
  if (asked.length === 0 && !(suppressed && isLifted)) return result;
  const voice = how === 'confirmation' && profile ? soleAsker(profile) : undefined;
  await grant({ table, now }, mail, { how, isLifted, ...(voice && { voice }) }, asked);
  return result;
}

interface Act extends Pick<MailConsentChange, 'how' | 'voice'> {
  /** It is a wish for mail, which undoes what stopped it. */
  isLifted: boolean;
}

/**
 * Records permission that the owner of an address gives now, and lifts what keeps the mails away. The event comes first:
 * what it lifts shows that there is something to confirm.
 */
export async function grant(
  { table, now }: ConsentSystem,
  { id, lead }: Pick<Mail, 'id' | 'lead'>,
  { isLifted, ...act }: Act,
  proofs: readonly PermissionProof[],
): Promise<void> {
  const at = now();
  const confirms = proofs.map(({ confirmedAt: _, ...proof }) => proof);
  await putLeadEvent(table, lead, {
    ...{ type: 'mail-consent', id: `confirm-${at}`, at, receivedAt: at, to: 'granted', mail: id },
    ...act,
    ...(confirms.length > 0 && { confirms }),
  });
  const named = proofs.flatMap(({ subjects = [] }) => subjects);
  const asked = proofs.flatMap(({ subjects = [], confirmedAt }) => (confirmedAt ? [] : subjects));
  await changeMailing(table, lead, (mailing) => {
    const isRefused = (subject: string) => mailing.subjects[subject] === false;
    const isStopped = mailing.suppressed !== undefined || mailing.softBounces > 0;
    const open = isLifted && isStopped ? welcomed(mailing, at) : mailing;
    // Whoever only comes back gets what it had, without what it had refused by then.
    const refused = (named.every(isRefused) ? named : asked).filter(isRefused);
    if (refused.length === 0) return open;
    return {
      ...open,
      subjects: { ...open.subjects, ...Object.fromEntries(refused.map((name) => [name, true])) },
    };
  });
}

/** To confirm with a mail that bounced or was complained about is no wish for more of it; to ask for mail again is. */
function isOwnAct({ fate = 'delivered' }: Mail, how: 'confirmation' | 'preferences'): boolean {
  return how === 'preferences' || fate === 'delivered';
}
