import type { Language, Localised } from '../../domain/language.ts';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import type { MailSource } from '../mail-files/mail-source.ts';
import { type AboutMails, compileMail } from './compile-mail.ts';

/** Compiled mails by name and language. */
export type CompiledMails = Record<string, Localised<MailTemplate>>;

/**
 * Compiles all mails of a playbook.
 * @throws Error that names the file, if MJML refuses a mail that the checks let pass
 */
export async function compileMails(mails: readonly MailSource[], about: AboutMails): Promise<CompiledMails> {
  const compiled: Record<string, Partial<Record<Language, MailTemplate>>> = {};
  for (const mail of mails) {
    const template = await compileMail(mail, about).catch((cause: Error) => {
      throw new Error(`${mail.file}:1 this mail cannot be compiled: ${cause.message}`, { cause });
    });
    compiled[mail.name] = { ...compiled[mail.name], [mail.locale]: template };
  }
  return compiled as CompiledMails;
}
