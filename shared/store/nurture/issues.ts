import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Stage } from '../../domain/identity/lead.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { dueKeys, withoutDueKeys } from '../due.ts';
import { putVersion, type Table, type Written } from '../table.ts';

const PK = 'PLAYBOOK';

/** Names an issue of the newsletter. */
export interface IssueOf {
  mail: string;
  on: Day;
}

/** An issue on its way to its readers: how far it got in the lists of leads. */
export interface IssueRun extends IssueOf {
  version: number;
  /** When it goes on; absent: everybody has it. */
  due?: Instant;
  /** The list it is at: of a stage and a shard, from a place on. Absent: nobody has it yet. */
  stage?: Stage;
  shard?: number;
  after?: string;
}

/** Writes an order over the version it was made from, `order.version - 1`; version 1 must be the first. */
export function putIssueRun(table: Table, { due, ...order }: IssueRun): Promise<Written> {
  const SK = sortKey(order);
  return putVersion(table, { PK, SK, ...order, ...(due !== undefined && dueKeys(PK, due, SK)) });
}

/** The order of an issue by the sort key of its item; undefined when there is none. */
export async function getIssueRun(table: Table, SK: string): Promise<IssueRun | undefined> {
  const { Item } = await table.call('GetItem', {
    TableName: table.name,
    Key: marshall({ PK, SK }),
    ConsistentRead: true,
  });
  if (Item === undefined) return undefined;
  const { rest, due } = withoutDueKeys(unmarshall(Item));
  const { PK: _, SK: __, ...order } = rest;
  return { ...order, ...(due !== undefined && { due }) } as IssueRun;
}

/** Whether the key of an item is that of an issue's order. */
export function isIssueKey(SK: string): boolean {
  return SK.startsWith('I#');
}

function sortKey({ mail, on }: IssueOf): string {
  return `I#${on}#${mail}`;
}
