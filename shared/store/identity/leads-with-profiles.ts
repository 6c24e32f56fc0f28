import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Lead } from '../../domain/identity/lead.ts';
import type { Profile } from '../../domain/identity/profile.ts';
import { leadKey } from '../keys.ts';
import type { Item, Table } from '../table.ts';
import { leadOfItem } from './lead-item.ts';

/** A lead and who it is. */
export interface LeadWithProfile {
  lead: Lead;
  profile: Profile;
}

/** DynamoDB hands out a hundred items a call. */
const ITEMS = 100;

/** The cards of leads, in the order of the ids, without those that are erased. */
export async function leadsWithProfiles(table: Table, ids: readonly LeadId[]): Promise<LeadWithProfile[]> {
  const keys = ids.flatMap((id) => ['LEAD', 'PROFILE'].map((SK) => marshall({ PK: leadKey(id), SK })));
  const items = new Map<string, Item>();
  for (let start = 0; start < keys.length; start += ITEMS) {
    for (const item of await getAll(table, keys.slice(start, start + ITEMS))) {
      const { PK, SK } = unmarshall(item);
      items.set(`${PK} ${SK}`, item);
    }
  }
  return ids.flatMap((id) => {
    const lead = items.get(`${leadKey(id)} LEAD`);
    const profile = items.get(`${leadKey(id)} PROFILE`);
    if (lead === undefined || profile === undefined) return [];
    const stored = leadOfItem(lead);
    if (isErased(stored)) return [];
    const { PK: _, SK: __, ...values } = unmarshall(profile);
    return [{ lead: stored, profile: { id, ...values } as Profile }];
  });
}

/** DynamoDB may leave some for a next call, when it is busy. */
async function getAll(table: Table, keys: Item[]): Promise<Item[]> {
  const items: Item[] = [];
  let wanted = keys;
  while (wanted.length > 0) {
    const request = { RequestItems: { [table.name]: { Keys: wanted } } };
    const { Responses, UnprocessedKeys } = await table.call('BatchGetItem', request);
    items.push(...(Responses?.[table.name] ?? []));
    wanted = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return items;
}
