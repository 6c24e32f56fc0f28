import { join } from 'node:path';
import type { Language } from '../../domain/language.ts';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import type { MailVariables, PersonalVariables } from '../../domain/nurture/mail/variables.ts';
import { compileMail } from '../../playbook/compiler/compile-mail.ts';
import { loadPlaybook } from '../../playbook/load-playbook.ts';
import { loadMails } from '../../playbook/mail-files/load-mails.ts';
import type { Mistake } from '../../playbook/mistake.ts';
import { suggestion } from '../../playbook/suggestion.ts';
import { renderMail } from './render-mail.ts';

/** Whom a mail is shown to, as the API shows a lead. */
export interface PreviewedLead {
  profile?: PersonalVariables;
  consent?: { mail: string };
}

export interface PreviewOrder {
  mail: string;
  locale: Language;
  /** Somebody made up, of whom all is known but the confirmation, unless given. */
  lead?: PreviewedLead;
  /** Where its links lead; made up unless given. */
  website?: string;
  api?: string;
}

/** A mail as one person would get it, or what is wrong in the playbook. */
export type Preview =
  | { ok: true; subject: string; preheader: string; html: string; text: string; kilobytes: number }
  | { ok: false; mistakes: Mistake[] };

const EXAMPLE: PreviewedLead = {
  profile: {
    firstName: 'Noor',
    lastName: 'Jansen',
    company: 'Jansen Installaties',
    jobTitle: 'Marketing manager',
  },
  consent: { mail: 'pending' },
};

/** The names of the mails of a playbook, also of those with mistakes. */
export function previewableMails(folder: string): string[] {
  return loadMails(join(folder, 'mails')).names;
}

/**
 * Makes a mail of the files of a playbook as publishing and sending would, without tracking.
 * @throws Error that says which mail was meant, when there is none of this name
 */
export async function previewMail(folder: string, order: PreviewOrder): Promise<Preview> {
  const loaded = loadPlaybook(folder);
  if (!loaded.ok) return loaded;
  const { content, mails } = loaded;
  const source = mails.find(({ name, locale }) => name === order.mail && locale === order.locale);
  if (source === undefined) throw new Error(`There is no mail "${order.mail}"; ${meant(order.mail, mails)}`);
  try {
    return { ok: true, ...filledIn(await compileMail(source, content.mailing.sender), order) };
  } catch (error) {
    const problem = `no mail can be made of this: ${(error as Error).message}`;
    const mistake = { file: source.file, line: 1, column: 1, field: '', problem };
    return { ok: false, mistakes: [{ ...mistake, remedy: 'write it more simply' }] };
  }
}

function meant(name: string, mails: readonly { name: string }[]): string {
  return suggestion(name, [...new Set(mails.map((mail) => mail.name))]);
}

function filledIn(template: MailTemplate, order: PreviewOrder) {
  const { lead = EXAMPLE, website = 'https://www.example.com', api = 'https://leads.example.com' } = order;
  const variables: MailVariables = {
    ...lead.profile,
    website,
    confirmUrl: lead.consent?.mail === 'pending' ? `${api}/confirm/example` : undefined,
    unsubscribeUrl: `${api}/unsubscribe/example`,
    preferencesUrl: `${api}/preferences/example`,
  };
  const { links: _, ...mail } = renderMail(template, variables);
  // What is filled in above the mail is filled in as its subject is.
  const { subject: preheader } = renderMail({ ...template, subject: template.preheader }, variables);
  return { ...mail, preheader, kilobytes: Math.ceil(Buffer.byteLength(mail.html) / 1024) };
}
