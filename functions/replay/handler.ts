import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { replayLateEvent } from '../../shared/usecases/tracking/replay-late-event.ts';

const { log, table, now } = connect('replay', dynamoDbCall());
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      await replayLateEvent({ table, now }, body);
    } catch (error) {
      await log.error('late-event-not-replayed', { messageId, reason: (error as Error).name });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
