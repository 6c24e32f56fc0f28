import type { Field } from '../forms/form.ts';
import type { MailConsent } from '../identity/mail-consent.ts';
import type { Profile } from '../identity/profile.ts';
import type { Localised } from '../language.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Mail, Mailing } from './mailing.ts';

/** The person a mail was addressed to, for the pages about permission. */
export interface Addressee {
  mail: Mail;
  consent: MailConsent;
  profile: Profile;
  mailing: Mailing;
  /** The company that sends. */
  company: string;
}

/** What the preferences page shows: a person's choices and all stored data. */
export interface Preferences extends Addressee {
  subjects: Readonly<Record<string, Localised>>;
  fields: Readonly<Record<string, Field>>;
  /** Oldest first. */
  events: AnyEvent[];
  /** Oldest first. */
  mails: Mail[];
}

/** Whether a person gets marketing mail, pauses aside. */
export function getsMarketingMail({ consent, mailing }: Addressee): boolean {
  return consent === 'granted' && mailing.suppressed === undefined;
}
