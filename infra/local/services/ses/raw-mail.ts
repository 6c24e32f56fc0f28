import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { members, type Query } from './query.ts';

/** The raw mail for the parts of a SendEmail call. */
export function rawMail(query: Query): Promise<Buffer> {
  const composer = new MailComposer({
    from: query.Source,
    to: members(query, 'Destination.ToAddresses'),
    cc: members(query, 'Destination.CcAddresses'),
    bcc: members(query, 'Destination.BccAddresses'),
    replyTo: members(query, 'ReplyToAddresses'),
    subject: query['Message.Subject.Data'],
    text: query['Message.Body.Text.Data'],
    html: query['Message.Body.Html.Data'],
  });
  const mail = composer.compile();
  mail.keepBcc = true;
  return mail.build();
}
