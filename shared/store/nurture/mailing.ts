import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Mailing } from '../../domain/nurture/mailing.ts';
import { leadKey, leadOfKey } from '../keys.ts';
import { type Copy, putVersion, type Table, type Written } from '../table.ts';

const ATTEMPTS = 10;

/** What decides whether a person may be mailed; of somebody who never was, that nothing stands in the way. */
export async function getMailing(
  table: Table,
  lead: LeadId,
  { isConsistent = true }: Copy = {},
): Promise<Mailing> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK: leadKey(lead), SK: 'MAILING' }),
    ConsistentRead: isConsistent,
  });
  if (Item === undefined) return { lead, version: 0, recent: [], subjects: {}, softBounces: 0 };
  const { PK, SK, ...mailing } = unmarshall(Item);
  return { lead: leadOfKey(PK), ...mailing } as Mailing;
}

/** Writes it over the version it was made from, `mailing.version - 1`; version 1 must be the first. */
export function putMailing(table: Table, { lead, ...attributes }: Mailing): Promise<Written> {
  return putVersion(table, { PK: leadKey(lead), SK: 'MAILING', ...attributes });
}

/** Forgets it, of a person who was erased. */
export async function removeMailing(table: Table, lead: LeadId): Promise<void> {
  await table.call('DeleteItem', {
    TableName: table.name,
    Key: marshall({ PK: leadKey(lead), SK: 'MAILING' }),
  });
}

/**
 * Changes what is kept, as often as it takes to be the only one. A change that changes nothing answers with what
 * it was given, and is not written.
 * @throws when somebody else changes it under every attempt.
 */
export async function changeMailing(
  table: Table,
  lead: LeadId,
  change: (mailing: Mailing) => Mailing,
): Promise<Mailing> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await getMailing(table, lead);
    const changed = change(before);
    if (changed === before) return before;
    const after = { ...changed, version: before.version + 1 };
    if ((await putMailing(table, after)) === 'written') return after;
  }
  throw new Error('What is kept about mail to the lead changed under every attempt');
}
