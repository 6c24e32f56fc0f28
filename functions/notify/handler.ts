import type { Context, EventBridgeEvent } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { slackWebhook } from '../../shared/gateways/handover/slack.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { sesMailer } from '../../shared/gateways/nurture/mailer.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { secretReader } from '../../shared/gateways/secrets.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { type NotifySystem, notifySales } from '../../shared/usecases/handover/notify-sales.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { byMail, bySlack } from './channels.ts';
import { notificationTrigger, type TriggerEvent } from './notification-trigger.ts';

const env = readEnvironment('notify', process.env);
const logger = logOf('notify');
const table = awsTable(env.TABLE_NAME, dynamoDbCall());
const now = () => new Date().toISOString();
const mailer = sesMailer({ sender: env.SENDER, configurationSet: env.CONFIGURATION_SET });
const slack = env.SLACK_SECRET && slackWebhook(secretReader(env.SLACK_SECRET, now));

const system: NotifySystem = {
  table,
  now,
  playbook: playbookSource({ table, now }),
  channels: { mail: byMail(mailer, env), ...(slack && { slack: bySlack(slack, env) }) },
  newId: () => crypto.randomUUID(),
  reportRefusal(notice, reason) {
    logger.error('notice-refused', { ...notice, reason });
  },
};

export async function handler(
  event: EventBridgeEvent<TriggerEvent, unknown>,
  context: Context,
): Promise<void> {
  const trigger = notificationTrigger(event['detail-type'], event.detail);
  try {
    await notifySales(system, trigger, context.awsRequestId);
  } catch (error) {
    const { name, message } = error as Error;
    await logger.warn('sales-not-told-yet', { ...trigger, reason: `${name}: ${message}` });
    throw error;
  }
}
