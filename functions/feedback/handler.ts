import type { EventBridgeEvent } from 'aws-lambda';
import { sesEvent } from '../../shared/contract/ses-events.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { recordFeedback } from '../../shared/usecases/nurture/record-feedback.ts';
import { rollUpSoon } from '../../shared/usecases/reports/roll-up-soon.ts';

const { log, table, now } = connect('feedback', dynamoDbCall());
const system = { table, now };
/** A newsletter is reported mail by mail, to as many processes as Lambda starts. */
const countReports = rollUpSoon(table, now, 200);

export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  try {
    await recordFeedback(system, sesEvent.parse(event.detail));
    await countReports(1);
  } catch (error) {
    await log.warn('feedback-not-taken-yet', { event: event.id, reason: (error as Error).name });
    throw error;
  }
}
