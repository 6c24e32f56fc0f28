import type { Language } from '../../../domain/language.ts';
import type { MailTemplate } from '../../../domain/nurture/mail/template.ts';
import { mailTemplate } from '../../../store/nurture/mail-templates.ts';
import type { Table } from '../../../store/table.ts';

/** A mail as a version of the playbook has it; undefined when it has no such mail. */
export type MailTemplateSource = (
  version: number,
  mail: string,
  locale: Language,
) => Promise<MailTemplate | undefined>;

/** Reads each mail once and keeps it until a newer version is asked for. Make it once per process. */
export function mailTemplateSource({ table }: { table: Table }): MailTemplateSource {
  let kept = { version: 0, templates: new Map<string, Promise<MailTemplate | undefined>>() };

  return (version, mail, locale) => {
    if (version < kept.version) return mailTemplate(table, version, mail, locale);
    if (version > kept.version) kept = { version, templates: new Map() };
    const { templates } = kept;
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
