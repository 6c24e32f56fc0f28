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

/** The recipient of a preview, in the form in which the API shows a lead. */
export interface PreviewedLead {
  profile?: PersonalVariables;
  consent?: { mail: string };
}

export interface PreviewRequest {
  mail: string;
  locale: Language;
  /** A made-up lead with a pending permission by default. */
  lead?: PreviewedLead;
  /** The targets of its links; made up by default. */
  website?: string;
  api?: string;
}

/** A mail as one person would get it, or the mistakes in the playbook. */
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

/** The names of all mails in a playbook, including those with mistakes. */
export function previewableMails(folder: string): string[] {
  return loadMails(join(folder, 'mails')).names;
}

/**
 * Compiles and renders a mail from a playbook's folder, without tracking.
 * @throws Error with a suggestion, if there is no mail of this name
 */
export async function previewMail(folder: string, request: PreviewRequest): Promise<Preview> {
  const loaded = loadPlaybook(folder);
  if (!loaded.ok) return loaded;
  const { content, mails } = loaded;
  const source = mails.find(({ name, locale }) => name === request.mail && locale === request.locale);
  if (source === undefined)
    throw new Error(`There is no mail "${request.mail}"; ${didYouMean(request.mail, mails)}`);
  try {
    return { ok: true, ...filledIn(await compileMail(source, content.mailing.sender), request) };
  } catch (error) {
    const problem = `this mail cannot be compiled: ${(error as Error).message}`;
    const mistake = { file: source.file, line: 1, column: 1, field: '', problem };
    return { ok: false, mistakes: [{ ...mistake, remedy: 'write it more simply' }] };
  }
}

function didYouMean(name: string, mails: readonly { name: string }[]): string {
  return suggestion(name, [...new Set(mails.map((mail) => mail.name))]);
}

function filledIn(template: MailTemplate, request: PreviewRequest) {
  const { lead = EXAMPLE, website = 'https://www.example.com', api = 'https://leads.example.com' } = request;
  const variables: MailVariables = {
    ...lead.profile,
    website,
    confirmUrl: lead.consent?.mail === 'pending' ? `${api}/confirm/example` : undefined,
    unsubscribeUrl: `${api}/unsubscribe/example`,
    preferencesUrl: `${api}/preferences/example`,
  };
  const { links: _, hidden: __, ...mail } = renderMail(template, variables);
  // The preheader is rendered as a subject.
  const { subject: preheader } = renderMail({ ...template, subject: template.preheader }, variables);
  return { ...mail, preheader, kilobytes: Math.ceil(Buffer.byteLength(mail.html) / 1024) };
}
