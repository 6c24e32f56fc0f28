import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { eventBus } from '../../shared/gateways/webhooks/bus.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { foldSoon } from '../../shared/usecases/identity/directory/fold-soon.ts';
import { rollUpSoon } from '../../shared/usecases/reports/roll-up-soon.ts';
import { type Change, relayChanges } from './relay-changes.ts';

const { env, log, table, now } = connect('relay', dynamoDbCall());
const system = { bus: eventBus(env.BUS_NAME), table, now };
const countChanges = rollUpSoon(table, now);
const countRows = foldSoon(table, now);

type Image = Record<string, AttributeValue>;

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const failures = await relayChanges(system, event.Records.map(change));
  for (const { record, reason } of failures)
    await log.error('changes-not-told', { record, reason: (reason as Error).name });
  await countChanges(event.Records.length);
  await countRows(event.Records.length);
  return { batchItemFailures: failures.map(({ record }) => ({ itemIdentifier: record })) };
}

function change({ dynamodb }: DynamoDBRecord): Change {
  return {
    record: dynamodb?.SequenceNumber ?? '',
    at: new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString(),
    ...(dynamodb?.OldImage && { before: dynamodb.OldImage as Image }),
    ...(dynamodb?.NewImage && { after: dynamodb.NewImage as Image }),
  };
}
