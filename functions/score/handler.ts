import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { hideBeginningsWith } from '../../shared/gateways/identity/hidden-beginnings.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { scoreEvents } from '../../shared/usecases/scoring/score-events/score-events.ts';

const { env, log, table, now } = connect('score', dynamoDbCall());
const system = {
  table,
  now,
  playbook: playbookSource({ table, now }),
  newToken: randomId,
  hideBeginnings: hideBeginningsWith(env.IDENTITY_KEY),
};

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const failed = await scoreEvents(system, event.Records.map(newItem));
  for (const [record, reason] of failed)
    await log.error('events-not-scored', { record, reason: (reason as Error).name });
  return { batchItemFailures: [...failed.keys()].map((itemIdentifier) => ({ itemIdentifier })) };
}

function newItem({ dynamodb }: DynamoDBRecord) {
  return {
    record: dynamodb?.SequenceNumber ?? '',
    item: (dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>,
  };
}
