import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../domain/time.ts';
import { type Copy, type Table, unlessConflict, type Written } from '../table.ts';

/** Who of sales has a company, and since when. A company is the domain of its mail: no person. */
export interface CompanyOwner {
  person: string;
  at: Instant;
}

/** Who has the company of a domain; undefined when nobody does yet. */
export async function companyOwner(
  table: Table,
  domain: string,
  { isConsistent = true }: Copy = {},
): Promise<CompanyOwner | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: keyOf(domain),
    ConsistentRead: isConsistent,
  });
  if (Item === undefined) return undefined;
  const { person, at } = unmarshall(Item);
  return { person, at };
}

/** Gives a company to somebody, if nobody has it, or still only who had it `before`. */
export function claimCompany(
  table: Table,
  domain: string,
  owner: CompanyOwner,
  before?: CompanyOwner,
): Promise<Written> {
  const condition = before
    ? {
        ConditionExpression: 'person = :before',
        ExpressionAttributeValues: marshall({ ':before': before.person }),
      }
    : { ConditionExpression: 'attribute_not_exists(PK)' };
  return put(table, domain, owner, condition);
}

/** Gives a company to who accepted a lead of it, unless somebody accepted one later. */
export function takeCompany(table: Table, domain: string, owner: CompanyOwner): Promise<Written> {
  return put(table, domain, owner, {
    ConditionExpression: 'attribute_not_exists(PK) OR #at <= :at',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: marshall({ ':at': owner.at }),
  });
}

function put(table: Table, domain: string, owner: CompanyOwner, condition: object): Promise<Written> {
  const Item = { ...keyOf(domain), ...marshall({ ...owner }) };
  return unlessConflict(table.call('PutItem', { TableName: table.name, Item, ...condition }));
}

function keyOf(domain: string) {
  return marshall({ PK: `O#${domain}`, SK: 'OWNER' });
}
