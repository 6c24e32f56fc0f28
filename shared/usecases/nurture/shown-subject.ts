import { inventedRecipients } from '../../domain/nurture/mail/invented-recipients.ts';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import { fillInMail } from './fill-in-mail.ts';

/** The subject of a compiled mail as an invented person gets it, for lists and reports. */
export function shownSubject(head: Pick<MailTemplate, 'subject' | 'preheader'>): string {
  const filling = { lead: inventedRecipients.pending, website: '', api: '' };
  return fillInMail({ ...head, html: '', text: '' }, filling).subject;
}
