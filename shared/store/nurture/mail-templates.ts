import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Language, type Localised, languages } from '../../domain/language.ts';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import { packJson, unpackJson } from '../packed-json.ts';
import type { Table } from '../table.ts';

/** Every mail of a playbook in every language, compiled. */
export type MailTemplates = Record<string, Localised<MailTemplate>>;

const keyOf = (version: number, mail: string, locale: Language) => ({
  PK: 'PLAYBOOK',
  SK: `m#${String(version).padStart(6, '0')}#${mail}#${locale}`,
});

/** How many templates are written at the same time. */
const AT_ONCE = 10;

/**
 * A mail as a version of the playbook has it; undefined when it has no such mail. Half a read unit or one: it
 * never changes, so an older copy is as good, and only a copy that is not there yet is asked for again.
 */
export async function mailTemplate(
  table: Table,
  version: number,
  mail: string,
  locale: Language,
): Promise<MailTemplate | undefined> {
  for (const ConsistentRead of [false, true]) {
    const { Item } = await table.call('GetItem', {
      TableName: table.name,
      Key: marshall(keyOf(version, mail, locale)),
      ConsistentRead,
    });
    if (Item !== undefined) return unpackJson(unmarshall(Item).packed);
  }
  return undefined;
}

/** Stores the mails of a version. Doing it again changes nothing. */
export async function putMailTemplates(
  table: Table,
  version: number,
  templates: MailTemplates,
): Promise<void> {
  const items = Object.entries(templates).flatMap(([mail, byLocale]) =>
    languages.map((locale) => ({
      ...keyOf(version, mail, locale),
      packed: packJson(byLocale[locale]),
    })),
  );
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const writes = items
      .slice(from, from + AT_ONCE)
      .map((item) => table.call('PutItem', { TableName: table.name, Item: marshall(item) }));
    await Promise.all(writes);
  }
}
