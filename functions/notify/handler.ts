import type { Context, EventBridgeEvent } from 'aws-lambda';
import type { SweepOrder } from '../../shared/contract/sweep.ts';
import { slackWebhook } from '../../shared/gateways/handover/slack.ts';
import { sesMailer } from '../../shared/gateways/nurture/mailer.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { secretReader } from '../../shared/gateways/secrets.ts';
import { personalToken } from '../../shared/store/handover/personal-links.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { type NotifySystem, notifySales, tellSales } from '../../shared/usecases/handover/notify-sales.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { isSweepOrder, scheduledSweep } from '../../shared/usecases/jobs/scheduled-sweep.ts';
import { ownJobs } from '../../shared/usecases/jobs/sweep.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { byMail, bySlack } from './channels.ts';
import { notificationTrigger, type TriggerEvent } from './notification-trigger.ts';
import { byOwnMail } from './own-mail.ts';

const { env, log, table, now } = connect('notify', dynamoDbCall());
const mailer = sesMailer({ sender: env.SENDER, configurationSet: env.CONFIGURATION_SET });
const slack = env.SLACK_SECRET && slackWebhook(secretReader(env.SLACK_SECRET, now));

const system: NotifySystem = {
  ...jobSystem(table, now, log),
  playbook: playbookSource({ table, now }),
  country: env.COUNTRY,
  channels: {
    mail: byMail(mailer, env),
    own: byOwnMail(mailer, env, (link) => personalToken(table, link, randomId)),
    ...(slack && { slack: bySlack(slack, env) }),
  },
  reportTrouble: (trouble, about) => void log.error(trouble, about),
};
const handlers = [ownJobs('notice', (job) => tellSales(system, job))];

/** Told of a domain event, or by its schedule to do what is due. */
export async function handler(
  event: EventBridgeEvent<TriggerEvent, unknown> | SweepOrder,
  context: Context,
): Promise<unknown> {
  if (isSweepOrder(event)) return scheduledSweep(system, 'notify', event, { handlers, context, log });
  return notifySales(system, notificationTrigger(event['detail-type'], event.detail));
}
