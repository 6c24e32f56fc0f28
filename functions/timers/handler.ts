import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { timersInput } from '../../shared/contract/timers.ts';
import { plus } from '../../shared/domain/time.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { createMailSender } from '../../shared/usecases/nurture/send-due-mail/create-mail-sender.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import type { WebhookSystem } from '../../shared/usecases/webhooks/attempt-delivery.ts';
import { type RunDueSystem, type RunResult, runDue } from './run-due.ts';

/** Time for running items to end: a call to an SES that does not answer takes up to 18 seconds. */
const GRACE_MS = 20_000;

const env = readEnvironment('timers', process.env);
const logger = logOf('timers');
const table = awsTable(env.TABLE_NAME, dynamoDbCall());
const now = () => new Date().toISOString();
const playbook = playbookSource({ table, now });
let webhooks: WebhookSystem | undefined;
const system: RunDueSystem = {
  ...createMailSender(env, {
    table,
    now,
    playbook,
    log: (message, about) => logger.error(message, { ...about }),
  }),
  playbook,
  newToken: randomId,
  // Loaded with the first delivery: most runs have none.
  async deliverWebhook(key, silent) {
    const [{ createWebhookSystem }, { retryDelivery }] = await Promise.all([
      import('../../shared/usecases/webhooks/create-webhook-system.ts'),
      import('../../shared/usecases/webhooks/retry-delivery.ts'),
    ]);
    webhooks ??= createWebhookSystem(env, {
      ...{ table, now },
      report: (message, about) => logger.warn(message, about),
    });
    await retryDelivery(webhooks, key, silent);
  },
  reportFailure({ kind, place }, { name }) {
    logger.error('due-not-handled', { kind, place, reason: name });
  },
};

export async function handler(event: unknown, context: Context): Promise<RunResult> {
  const { shard } = timersInput.parse(event);
  const result = await runDue(system, shard, plus(now(), context.getRemainingTimeInMillis() - GRACE_MS));
  if (result.handled + result.failed > 0) await logger.info('due-handled', { shard, ...result });
  return result;
}
