import type * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { table as contract } from '../../shared/contract/table.ts';
import type { Settings } from '../settings.ts';
import type { Bus } from './bus.ts';
import type { Mail } from './mail.ts';
import type { Queues } from './queues.ts';
import { askQuota, consume, readSecret, readStream, send, sendMail, tell, touch } from './statements.ts';
import type { Store } from './store.ts';

export interface Permitting {
  settings: Settings;
  store: Store;
  queues: Queues;
  bus: Bus;
  mail: Mail;
}

/** Everything each function may do, besides writing its own log. Nothing else grants anything. */
export function permissions({
  settings,
  store: { table },
  queues: { late, rescore, deadLetters },
  bus: { bus },
  mail,
}: Permitting): Record<FunctionName, iam.PolicyStatement[]> {
  const byStage = `${table.tableArn}/index/${contract.indexes.byStage.name}`;
  const byDue = `${table.tableArn}/index/${contract.indexes.byDue.name}`;
  const scoring = [
    touch(table.tableArn, ['GetItem', 'Query', 'PutItem', 'UpdateItem']),
    touch(table.tableArn, ['BatchWriteItem'], ['L#*']),
  ];
  const webhookSecrets = [...new Set(settings.webhooks.map(({ secret }) => secret))].map((secret) =>
    readSecret(Stack.of(table), secret),
  );
  return {
    track: [
      touch(table.tableArn, ['PutItem'], ['V#*', 'C#*']),
      touch(table.tableArn, ['GetItem', 'UpdateItem'], ['M#*']),
      send(late),
    ],
    forms: [
      touch(table.tableArn, ['PutItem'], ['L#*']),
      touch(table.tableArn, ['GetItem'], ['V#*', 'L#*', 'PLAYBOOK']),
      send(late),
    ],
    enrol: [
      touch(table.tableArn, ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']),
      sendMail(mail, settings.sender),
      askQuota(),
      send(deadLetters.enrol),
    ],
    timers: [
      touch(table.tableArn, ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']),
      touch(table.tableArn, ['BatchWriteItem'], ['L#*']),
      touch(byDue, ['Query']),
      touch(byStage, ['Query']),
      sendMail(mail, settings.sender),
      askQuota(),
      ...webhookSecrets,
    ],
    feedback: [touch(table.tableArn, ['GetItem', 'PutItem', 'UpdateItem']), send(deadLetters.feedback)],
    preferences: [touch(table.tableArn, ['GetItem', 'Query', 'PutItem', 'BatchWriteItem'])],
    replay: [
      touch(table.tableArn, ['PutItem'], ['V#*', 'L#*']),
      touch(table.tableArn, ['GetItem'], ['L#*']),
      touch(table.tableArn, ['UpdateItem'], ['M#*']),
      consume(late),
    ],
    score: [...scoring, readStream(table), send(deadLetters.score)],
    rescore: [...scoring, touch(byStage, ['Query']), consume(rescore), send(rescore)],
    relay: [
      tell(bus),
      touch(table.tableArn, ['UpdateItem'], ['REPORT#*']),
      touch(table.tableArn, ['GetItem', 'Query'], ['REPORT']),
      touch(table.tableArn, ['GetItem', 'PutItem', 'DeleteItem'], ['L#*']),
      readStream(table),
      send(deadLetters.relay),
    ],
    webhooks: [touch(table.tableArn, ['PutItem'], ['W#*']), ...webhookSecrets, send(deadLetters.webhooks)],
    notify: [
      touch(table.tableArn, ['GetItem', 'Query', 'UpdateItem']),
      sendMail(mail, settings.sender),
      ...(settings.slackSecret ? [readSecret(Stack.of(table), settings.slackSecret)] : []),
      send(deadLetters.notify),
    ],
    handover: [
      touch(table.tableArn, ['GetItem', 'Query', 'PutItem']),
      touch(table.tableArn, ['BatchWriteItem'], ['L#*']),
    ],
    api: [
      touch(table.tableArn, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem']),
      touch(byStage, ['Query']),
    ],
    publish: [touch(table.tableArn, ['GetItem', 'PutItem'], ['PLAYBOOK', 'REPORT', 'SALES']), send(rescore)],
  };
}
