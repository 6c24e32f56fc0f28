import type { Viewer } from '../../../domain/console/viewer.ts';
import { type Contact, contactOf } from '../../../domain/handover/dossier/contact.ts';
import { personName } from '../../../domain/handover/dossier/person-name.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Lead } from '../../../domain/identity/lead.ts';
import type { Profile } from '../../../domain/identity/profile.ts';
import type { Language } from '../../../domain/language.ts';
import type { MailTemplate } from '../../../domain/nurture/mail/template.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { outsideLine } from '../../handover/dossier/outside-text.ts';
import { type Times, timesIn } from '../../handover/dossier/times.ts';

/** Who reads the page, how, and when. */
export interface Reader {
  viewer: Viewer;
  language: Language;
  timeZone: string;
  /** The subject of a mail of the playbook as people get it. */
  shownSubject: (head: Pick<MailTemplate, 'subject' | 'preheader'>) => string;
}

/** What every part of the page of a lead is written with. */
export interface LeadView extends Reader {
  lead: Lead;
  profile: Profile;
  playbook: Playbook;
  now: Instant;
  times: Times;
  contact: Contact;
  /** Its name, or its address. */
  who: string;
  /** The address of the page. */
  address: string;
  /** The name of a colleague by the key in the team. */
  colleague: (by: string) => string;
}

type Facts = Pick<LeadView, 'lead' | 'profile' | 'playbook' | 'now'>;

/** The view of a lead for one reader. */
export function leadView({ lead, profile, playbook, now }: Facts, reader: Reader): LeadView {
  const { language, timeZone } = reader;
  const contact = contactOf(profile, playbook.fields);
  return {
    ...{ ...reader, lead, profile, playbook, now, contact },
    times: timesIn(language, timeZone, now),
    who: outsideLine(contact.name ?? contact.email, 60),
    address: leadAddress(lead.id),
    colleague: (by) => outsideLine(personName(playbook.sales.team, by), 60),
  };
}

/** The address of the page of a lead. */
export function leadAddress(id: LeadId): string {
  return `/console/leads/${id}`;
}
