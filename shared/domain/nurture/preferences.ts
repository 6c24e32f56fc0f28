import type { Field } from '../forms/form.ts';
import type { MailConsent } from '../identity/mail-consent.ts';
import type { Profile } from '../identity/profile.ts';
import type { Localised } from '../language.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Mail, Mailing } from './mailing.ts';

/** Whom a mail was for, as far as the pages about permission need to know. */
export interface Addressee {
  mail: Mail;
  consent: MailConsent;
  profile: Profile;
  mailing: Mailing;
  /** The company that sends. */
  company: string;
}

/** All that is kept of a person, as the person may see it. */
export interface Preferences extends Addressee {
  subjects: Readonly<Record<string, Localised>>;
  fields: Readonly<Record<string, Field>>;
  /** Oldest first. */
  events: AnyEvent[];
  /** Oldest first. */
  mails: Mail[];
}

/** Whether a person gets marketing mail, apart from a pause. */
export function getsMarketingMail({ consent, mailing }: Addressee): boolean {
  return consent === 'granted' && mailing.suppressed === undefined;
}
