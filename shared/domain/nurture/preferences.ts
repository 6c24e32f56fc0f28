import type { Field } from '../forms/form.ts';
import type { Lead } from '../identity/lead.ts';
import { consentFor, EVERY_SUBJECT } from '../identity/mail-consent.ts';
import { type PermissionProof, unconfirmed } from '../identity/permission-proofs.ts';
import type { Profile } from '../identity/profile.ts';
import type { Localised } from '../language.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Mail, Mailing } from './mailing.ts';

/** The person a mail was addressed to, for the pages about permission. */
export interface Addressee {
  mail: Mail;
  lead: Lead;
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
export function getsMarketingMail({ lead, mailing }: Pick<Addressee, 'lead' | 'mailing'>): boolean {
  return lead.mail === 'granted' && mailing.suppressed === undefined;
}

/** Whether a person gets mail about a subject, pauses aside. */
export function getsMailAbout(
  subject: string,
  { lead, mailing }: Pick<Addressee, 'lead' | 'mailing'>,
): boolean {
  if (mailing.suppressed !== undefined || mailing.subjects[subject] === false) return false;
  return consentFor(lead, subject) === 'granted';
}

/** The preferences as a person just saved them: what was ticked anew is granted, though scoring may not know of it yet. */
export function asSaved(preferences: Preferences, ticked: readonly string[]): Preferences {
  const { lead } = preferences;
  const isForAll = lead.mail === 'granted' && lead.subjects === undefined;
  const names = Object.keys(preferences.subjects).filter((name) => ticked.includes(name));
  if (isForAll || names.length === 0) return preferences;
  const granted = Object.fromEntries(names.map((name) => [name, 'granted' as const]));
  return { ...preferences, lead: { ...lead, mail: 'granted', subjects: { ...lead.subjects, ...granted } } };
}

/**
 * The permissions that a person confirms with a mail: what that mail asked, or on the preferences page all that was ever
 * asked about subjects that are not granted. After unsubscribing and without asking anew, those that the person had before.
 */
export function askedOf(
  { mail, lead, mailing, permissions }: Omit<Addressee, 'profile' | 'company'> & Pick<Profile, 'permissions'>,
  how: 'confirmation' | 'preferences',
): PermissionProof[] {
  const { suppressed } = mailing;
  // Scoring may not know of it yet.
  const left = suppressed?.why === 'unsubscribed' ? suppressed.at : '';
  // A lead from before permission was by subject has all of them.
  if (lead.mail === 'granted' && lead.subjects === undefined && left === '') return [];
  const { withdrawn = '' } = lead.permission ?? {};
  const origin = how === 'confirmation' ? mail.asks : undefined;
  const asked = unconfirmed(permissions, withdrawn > left ? withdrawn : left, origin);
  if (how === 'confirmation' || left !== '') return asked;
  return asked.filter(({ subjects = [EVERY_SUBJECT] }) =>
    subjects.some((subject) => consentFor(lead, subject) !== 'granted'),
  );
}
