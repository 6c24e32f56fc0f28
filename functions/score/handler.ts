import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { scoreEvents } from '../../shared/usecases/scoring/score-events/score-events.ts';

const env = readEnvironment('score', process.env);
const logger = logOf('score');
const table = awsTable(env.TABLE_NAME, dynamoDbCall());
const now = () => new Date().toISOString();
const system = {
  table,
  now,
  playbook: playbookSource({ table, now }),
  newToken: randomId,
};

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const failed = await scoreEvents(system, event.Records.map(newItem));
  for (const [record, reason] of failed)
    await logger.error('events-not-scored', { record, reason: (reason as Error).name });
  return { batchItemFailures: [...failed.keys()].map((itemIdentifier) => ({ itemIdentifier })) };
}

function newItem({ dynamodb }: DynamoDBRecord) {
  return {
    record: dynamodb?.SequenceNumber ?? '',
    item: (dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>,
  };
}
