import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { replayLateEvent } from '../../shared/usecases/tracking/replay-late-event.ts';

const env = readEnvironment('replay', process.env);
const logger = logOf('replay');
const system = {
  table: awsTable(env.TABLE_NAME, dynamoDbCall()),
  now: () => new Date().toISOString(),
};

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      await replayLateEvent(system, body);
    } catch (error) {
      await logger.error('late-event-not-replayed', { messageId, reason: (error as Error).name });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
