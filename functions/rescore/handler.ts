import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { rescoreOrderSchema } from '../../shared/contract/rescore.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { rescoreQueue } from '../../shared/gateways/scoring/rescore-queue.ts';
import { dynamoDbCall, sqsCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { rescoreLeads } from '../../shared/usecases/scoring/rescore-leads.ts';

const env = readEnvironment('rescore', process.env);
const logger = logOf('rescore');
const table = awsTable(env.TABLE_NAME, dynamoDbCall());
const now = () => new Date().toISOString();
const system = {
  table,
  now,
  playbook: playbookSource({ table, now }),
  newToken: randomId,
  orders: rescoreQueue(sqsCall(), env.RESCORE_QUEUE_URL),
};

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      await rescoreLeads(system, rescoreOrderSchema.parse(JSON.parse(body)));
    } catch (error) {
      await logger.error('leads-not-rescored', { messageId, reason: (error as Error).name });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
