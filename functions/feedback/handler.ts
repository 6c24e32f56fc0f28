import type { EventBridgeEvent } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { sesEvent } from '../../shared/contract/ses-events.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { signedCaller } from '../../shared/gateways/signed-call.ts';
import { signedTable } from '../../shared/store/signed-table.ts';
import { recordFeedback } from '../../shared/usecases/nurture/record-feedback.ts';

const env = readEnvironment('feedback', process.env);
const logger = logOf('feedback');
const table = signedTable(env.TABLE_NAME, signedCaller(process.env));
const system = { table, now: () => new Date().toISOString() };

export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  try {
    await recordFeedback(system, sesEvent.parse(event.detail));
  } catch (error) {
    await logger.warn('feedback-not-taken-yet', { event: event.id, reason: (error as Error).name });
    throw error;
  }
}
