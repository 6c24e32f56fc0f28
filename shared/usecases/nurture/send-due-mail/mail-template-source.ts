import type { Language } from '../../../domain/language.ts';
import type { MailTemplate } from '../../../domain/nurture/mail/template.ts';
import { mailTemplate } from '../../../store/nurture/mail-templates.ts';
import type { Table } from '../../../store/table.ts';

/** Returns a mail of a playbook version; undefined if it has no such mail. */
export type MailTemplateSource = (
  version: number,
  mail: string,
  locale: Language,
) => Promise<MailTemplate | undefined>;

/** A cache of compiled mails: reads each once, until a newer version is requested. Create one per process. */
export function mailTemplateSource({ table }: { table: Table }): MailTemplateSource {
  let cache = { version: 0, templates: new Map<string, Promise<MailTemplate | undefined>>() };

  return (version, mail, locale) => {
    if (version < cache.version) return mailTemplate(table, version, mail, locale);
    if (version > cache.version) cache = { version, templates: new Map() };
    const { templates } = cache;
    const key = `${mail}#${locale}`;
    const known = templates.get(key);
    if (known !== undefined) return known;
    const reading = mailTemplate(table, version, mail, locale);
    templates.set(key, reading);
    const forget = () => templates.delete(key);
    reading.then((template) => template === undefined && forget(), forget);
    return reading;
  };
}
