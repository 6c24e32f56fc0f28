import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { sdkTable } from '../../shared/store/sdk-table.ts';
import { replayLateEvent } from '../../shared/usecases/replay-late-event.ts';

const env = readEnvironment('replay', process.env);
const logger = new Logger({ serviceName: 'replay' });
const system = { table: sdkTable(env.TABLE_NAME) };

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      await replayLateEvent(system, body);
    } catch (error) {
      logger.error('late-event-not-replayed', { messageId, reason: (error as Error).name });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
