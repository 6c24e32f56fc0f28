import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Day, endOfDaySeconds, plusDays } from '../../domain/time.ts';
import { type Table, unlessConflict } from '../table.ts';

const PK = 'MAILING';

/** How much marketing mail went out, and what came back of it. */
export interface SendingCounts {
  sends: number;
  bounces: number;
  complaints: number;
}

/** For how long a day's figures are kept. */
const KEPT_DAYS = 30;

/**
 * Reserves the moment from which some mails may go out, so that all who send stay within one rate together.
 * One write unit, or two when the guess was wrong.
 * @param isIdle a guess: nobody sent in the last moments
 * @param taking how long these mails take at the account's rate, in milliseconds
 * @returns the moment, in milliseconds since 1970; undefined when it would be later than `latest`.
 */
export async function reserveSendingSlot(
  table: Table,
  { now, latest, taking, isIdle }: { now: number; latest: number; taking: number; isIdle: boolean },
): Promise<number | undefined> {
  const inLine = async () => {
    const after = await moveTurn(table, 'openAt BETWEEN :now AND :latest', 'openAt + :taking', {
      ...{ ':now': now, ':latest': latest, ':taking': taking },
    });
    return after === undefined ? undefined : after - taking;
  };
  const asFirst = async () => {
    const after = await moveTurn(table, 'attribute_not_exists(openAt) OR openAt < :now', ':after', {
      ...{ ':now': now, ':after': now + taking },
    });
    return after === undefined ? undefined : now;
  };
  // The last time: whoever was the first in between has left a turn behind its own. Else it is too late.
  for (const reserve of isIdle ? [asFirst, inLine] : [inLine, asFirst, inLine]) {
    const from = await reserve();
    if (from !== undefined) return from;
  }
  return undefined;
}

/** Adds to the figures of a day. One write unit. */
export async function addSendingCounts(
  table: Table,
  day: Day,
  figures: Partial<SendingCounts>,
): Promise<void> {
  const { sends = 0, bounces = 0, complaints = 0 } = figures;
  await table.call('UpdateItem', {
    TableName: table.name,
    Key: marshall({ PK, SK: `BRAKE#${day}` }),
    UpdateExpression: 'ADD sends :sends, bounces :bounces, complaints :complaints SET expiresAt = :expiresAt',
    ExpressionAttributeValues: marshall({
      ...{ ':sends': sends, ':bounces': bounces, ':complaints': complaints },
      ':expiresAt': endOfDaySeconds(plusDays(day, KEPT_DAYS)),
    }),
  });
}

/**
 * The figures of the days from `since` on; of fewer, when a person wrote in the item `BRAKE` that only those
 * since its `since` count. Half a read unit.
 */
export async function sendingCountsSince(table: Table, since: Day): Promise<SendingCounts> {
  const { Items = [] } = await table.call('Query', {
    TableName: table.name,
    KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
    ExpressionAttributeValues: marshall({ ':pk': PK, ':sk': 'BRAKE' }),
  });
  const items = Items.map((item) => unmarshall(item));
  const released: Day = items.find(({ SK }) => SK === 'BRAKE')?.since ?? '';
  const sum = { sends: 0, bounces: 0, complaints: 0 };
  for (const { SK, sends, bounces, complaints } of items) {
    const day = SK.slice('BRAKE#'.length);
    if (day < since || day < released || day === '') continue;
    sum.sends += sends;
    sum.bounces += bounces;
    sum.complaints += complaints;
  }
  return sum;
}

/** @returns the moment from which the turn after this one is open; undefined when the condition does not hold. */
async function moveTurn(
  table: Table,
  condition: string,
  value: string,
  values: Record<string, number>,
): Promise<number | undefined> {
  let openAt: number | undefined;
  const update = table.call('UpdateItem', {
    TableName: table.name,
    Key: marshall({ PK, SK: 'RATE' }),
    UpdateExpression: `SET openAt = ${value}`,
    ConditionExpression: condition,
    ExpressionAttributeValues: marshall(values),
    ReturnValues: 'UPDATED_NEW',
  });
  await unlessConflict(update.then(({ Attributes = {} }) => (openAt = unmarshall(Attributes).openAt)));
  return openAt;
}
