import { isErased } from '../../domain/identity/lead.ts';
import { companyOf, legalNameOf } from '../../domain/look/company-of.ts';
import type { Addressee, Preferences } from '../../domain/nurture/preferences.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { getMailing } from '../../store/nurture/mailing.ts';
import { getMail, mailsOf } from '../../store/nurture/mails.ts';
import { historyOf } from '../../store/tracking/history.ts';
import type { ReadSystem } from '../lead-system.ts';

/** The person a mail was sent to; undefined when there is no such mail, or the person was erased. */
export async function readAddressee(system: ReadSystem, id: string): Promise<Addressee | undefined> {
  const { table } = system;
  const mail = await getMail(table, id);
  if (mail === undefined) return undefined;
  const [lead, profile, mailing, playbook] = await Promise.all([
    getLead(table, mail.lead),
    getProfile(table, mail.lead),
    getMailing(table, mail.lead),
    system.playbook(),
  ]);
  if (lead === undefined || isErased(lead) || profile === undefined) return undefined;
  return { mail, lead, profile, mailing, company: legalNameOf(companyOf(playbook)) };
}

/** Everything stored about the person a mail was sent to; undefined as above. */
export async function readPreferences(system: ReadSystem, id: string): Promise<Preferences | undefined> {
  const addressee = await readAddressee(system, id);
  if (addressee === undefined) return undefined;
  const { table } = system;
  const { lead } = addressee.mail;
  const [events, ids, playbook] = await Promise.all([
    historyOf(table, lead),
    mailsOf(table, lead),
    system.playbook(),
  ]);
  const mails = await Promise.all(ids.map((one) => getMail(table, one, { isConsistent: false })));
  const { fields, mailing } = playbook;
  return {
    ...addressee,
    subjects: mailing.subjects,
    fields,
    events,
    mails: mails.filter((mail) => mail !== undefined).sort((a, b) => (a.claimedAt < b.claimedAt ? -1 : 1)),
  };
}
