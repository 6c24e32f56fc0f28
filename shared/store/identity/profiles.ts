import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Profile } from '../../domain/identity/profile.ts';
import { leadKey, leadOfKey } from '../keys.ts';
import { type Copy, putVersion, type Table, type Written } from '../table.ts';

/** Who a lead is; undefined when nobody ever said. */
export async function getProfile(
  table: Table,
  id: LeadId,
  { isConsistent = true }: Copy = {},
): Promise<Profile | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK: leadKey(id), SK: 'PROFILE' }),
    ConsistentRead: isConsistent,
  });
  if (Item === undefined) return undefined;
  const { PK, SK, ...profile } = unmarshall(Item);
  return { id: leadOfKey(PK), ...profile } as Profile;
}

/** Writes a profile over the version it was made from, `profile.version - 1`; version 1 must be the first. */
export function putProfile(table: Table, profile: Profile): Promise<Written> {
  const { id, ...attributes } = profile;
  return putVersion(table, { PK: leadKey(id), SK: 'PROFILE', ...attributes });
}
