import type { EventBridgeEvent } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { sesEvent } from '../../shared/contract/ses-events.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { recordFeedback } from '../../shared/usecases/nurture/record-feedback.ts';

const env = readEnvironment('feedback', process.env);
const logger = logOf('feedback');
const table = awsTable(env.TABLE_NAME, dynamoDbCall());
const system = { table, now: () => new Date().toISOString() };

export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  try {
    await recordFeedback(system, sesEvent.parse(event.detail));
  } catch (error) {
    await logger.warn('feedback-not-taken-yet', { event: event.id, reason: (error as Error).name });
    throw error;
  }
}
