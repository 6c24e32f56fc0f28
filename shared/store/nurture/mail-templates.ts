import * as z from 'zod/mini';
import { type Language, type Localised, languages } from '../../domain/language.ts';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import { ITEM_LIMIT } from '../declaration.ts';
import { Entity } from '../entity.ts';
import { packJson, unpackJson } from '../packed-json.ts';
import { schemaOf, text } from '../schema.ts';
import type { Table } from '../table.ts';

/** Every mail of a playbook in every language, compiled. */
export type MailTemplates = Record<string, Localised<MailTemplate>>;

/** A mail of a version of the playbook in a language, compiled. */
export const mailTemplateEntity = new Entity({
  kind: 'mail template',
  key: 'PLAYBOOK / m#{version:6}#{mail}#{locale}',
  holds: () => schemaOf<MailTemplate>()(z.looseObject({ subject: text, preheader: text, html: text, text })),
  pack: (template) => ({ packed: packJson(template) }),
  unpack: ({ packed }) => unpackJson(packed),
  written: 'freely',
  lives: 'for good',
  largest: { bytes: ITEM_LIMIT, why: 'what a marketer writes, compressed' },
});

/** How many templates are written at the same time. */
const AT_ONCE = 10;

/**
 * A mail as a version of the playbook has it; undefined when it has no such mail. Half a read unit or one: a template
 * never changes, so only one that is not found is read again, strongly consistent.
 */
export async function mailTemplate(
  table: Table,
  version: number,
  mail: string,
  locale: Language,
): Promise<MailTemplate | undefined> {
  const key = { version, mail, locale };
  const template = await mailTemplateEntity.get(table, key, { isConsistent: false });
  return template ?? (await mailTemplateEntity.get(table, key));
}

/** Stores the mails of a version. Doing it again changes nothing. */
export async function putMailTemplates(
  table: Table,
  version: number,
  templates: MailTemplates,
): Promise<void> {
  const all = Object.entries(templates).flatMap(([mail, byLocale]) =>
    languages.map((locale) => ({ key: { version, mail, locale }, template: byLocale[locale] })),
  );
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    await Promise.all(some.map(({ key, template }) => mailTemplateEntity.put(table, key, template)));
  }
}
