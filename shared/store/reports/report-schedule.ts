import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Day, Instant } from '../../domain/time.ts';
import { dueKeys, withoutDueKeys } from '../due.ts';
import { type Copy, putVersion, type Table, type Written } from '../table.ts';

const PK = 'REPORT';
const SK = 'ORDER';

/** The standing order to sum up what was counted, once a day. */
export interface ReportSchedule {
  version: number;
  /** The last day that was summed up; at first the day before anything was counted. */
  summed: Day;
  due: Instant;
}

/** Writes it over the version it was made from, `order.version - 1`; version 1 must be the first. */
export function putReportSchedule(table: Table, { due, ...order }: ReportSchedule): Promise<Written> {
  return putVersion(table, { PK, SK, ...order, ...dueKeys(PK, due, SK) });
}

/** The order; undefined when none was given yet. */
export async function getReportSchedule(
  table: Table,
  { isConsistent = true }: Copy = {},
): Promise<ReportSchedule | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK, SK }),
    ConsistentRead: isConsistent,
  });
  if (Item === undefined) return undefined;
  const { rest, due } = withoutDueKeys(unmarshall(Item));
  const { version, summed } = rest;
  return { version, summed, due: due ?? '' };
}

/** Whether the key of an item is that of the order. */
export function isReportSchedule(key: { PK: string; SK: string }): boolean {
  return key.PK === PK && key.SK === SK;
}
