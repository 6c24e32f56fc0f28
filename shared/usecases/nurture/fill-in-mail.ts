import type { PreviewedLead } from '../../domain/nurture/mail/invented-recipients.ts';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import type { MailVariables } from '../../domain/nurture/mail/variables.ts';
import { renderMail } from './render-mail.ts';

/** Whom a mail is filled in for, and where its links lead. */
export interface Filling {
  lead: PreviewedLead;
  /** Without a slash at the end. */
  website: string;
  api: string;
}

/** A mail as one person would get it. */
export interface FilledMail {
  subject: string;
  preheader: string;
  html: string;
  text: string;
  /** The size of the HTML, rounded up. */
  kilobytes: number;
}

/** Fills in a compiled mail for a preview: without tracking, and with links about permission that belong to nobody. */
export function fillInMail(template: MailTemplate, { lead, website, api }: Filling): FilledMail {
  const variables: MailVariables = {
    ...lead.profile,
    ...{ publicUrl: api, website },
    confirmUrl: lead.consent?.mail === 'pending' ? `${api}/confirm/example` : undefined,
    unsubscribeUrl: `${api}/unsubscribe/example`,
    preferencesUrl: `${api}/preferences/example`,
  };
  const { links: _, hidden: __, ...mail } = renderMail(template, variables);
  // The preheader is rendered as a subject.
  const { subject: preheader } = renderMail({ ...template, subject: template.preheader }, variables);
  return { ...mail, preheader, kilobytes: Math.ceil(Buffer.byteLength(mail.html) / 1024) };
}
