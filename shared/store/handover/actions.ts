import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { SalesAction } from '../../domain/handover/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { leadKey } from '../keys.ts';
import { type Item, queryAll, type Table, unlessConflict, type Written } from '../table.ts';

/** The actions of sales with a lead, each under its number. They are written once and never changed. */
const PREFIX = 'A#';
const DIGITS = 5;

/** Writes an action under its number. Of everybody who asks for the same number exactly one is told `written`. */
export function putAction(table: Table, lead: LeadId, action: SalesAction): Promise<Written> {
  const item = { PK: leadKey(lead), SK: sortKey(action.number), ...action };
  return unlessConflict(
    table.call('PutItem', {
      TableName: table.name,
      Item: marshall(item, { removeUndefinedValues: true }),
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );
}

/** What sales did with a lead, in order; all of it, or only what has a higher number. Strongly consistent. */
export async function actionsOf(table: Table, lead: LeadId, after = 0): Promise<SalesAction[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: marshall({
      ':pk': leadKey(lead),
      ':from': sortKey(after + 1),
      ':to': `${PREFIX}~`,
    }),
    ConsistentRead: true,
  });
  return items.map(actionOfItem);
}

/** Whether an item, as the stream gives it, is an action of sales. */
export function isAction(item: Item): boolean {
  return item.SK?.S?.startsWith(PREFIX) ?? false;
}

/** The action in an item, as the stream or a read gives it. */
export function actionOfItem(item: Item): SalesAction {
  const { PK: _, SK: __, ...action } = unmarshall(item);
  return action as SalesAction;
}

function sortKey(number: number): string {
  return PREFIX + String(number).padStart(DIGITS, '0');
}
