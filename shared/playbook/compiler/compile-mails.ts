import type { Locale } from '../../domain/forms/form.ts';
import type { MailTemplate } from '../../domain/mail/template.ts';
import type { MailSource } from '../mail-source.ts';
import type { PlaybookContent } from '../playbook.ts';
import { compileMail } from './compile-mail.ts';

/** All mails of a playbook, by name and language. */
export async function compileMails(
  mails: readonly MailSource[],
  { mailing }: PlaybookContent,
): Promise<Record<string, Record<Locale, MailTemplate>>> {
  const compiled: Record<string, Partial<Record<Locale, MailTemplate>>> = {};
  for (const mail of mails) {
    compiled[mail.name] = { ...compiled[mail.name], [mail.locale]: await compileMail(mail, mailing.sender) };
  }
  return compiled as Record<string, Record<Locale, MailTemplate>>;
}
