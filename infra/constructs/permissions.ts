import type * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { table as contract } from '../../shared/contract/table.ts';
import type { Settings } from '../settings.ts';
import type { Bus } from './bus.ts';
import type { Mail } from './mail.ts';
import type { Queues } from './queues.ts';
import {
  consume,
  putEvents,
  readSecret,
  readSendingQuota,
  readStream,
  send,
  sendMail,
  useTable,
} from './statements.ts';
import type { Store } from './store.ts';

export interface PermissionSources {
  settings: Settings;
  store: Store;
  queues: Queues;
  bus: Bus;
  mail: Mail;
}

/** Everything that each function may do, besides writing its own log. Nothing else grants permissions. */
export function permissions({
  settings,
  store: { table },
  queues: { late, rescore, deadLetters },
  bus: { bus },
  mail,
}: PermissionSources): Record<FunctionName, iam.PolicyStatement[]> {
  const byStage = `${table.tableArn}/index/${contract.indexes.byStage.name}`;
  const byDue = `${table.tableArn}/index/${contract.indexes.byDue.name}`;
  const scoring = [
    useTable(table.tableArn, ['GetItem', 'Query', 'PutItem', 'UpdateItem']),
    useTable(table.tableArn, ['BatchWriteItem'], ['L#*']),
  ];
  const webhookSecrets = [...new Set(settings.webhooks.map(({ secret }) => secret))].map((secret) =>
    readSecret(Stack.of(table), secret),
  );
  return {
    track: [
      useTable(table.tableArn, ['PutItem'], ['V#*', 'C#*']),
      useTable(table.tableArn, ['GetItem', 'UpdateItem'], ['M#*']),
      send(late),
    ],
    forms: [
      useTable(table.tableArn, ['PutItem'], ['L#*']),
      useTable(table.tableArn, ['GetItem'], ['V#*', 'L#*', 'PLAYBOOK']),
      send(late),
    ],
    enrol: [
      useTable(table.tableArn, ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']),
      sendMail(mail, settings.sender),
      readSendingQuota(),
      send(deadLetters.enrol),
    ],
    timers: [
      useTable(table.tableArn, ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']),
      useTable(table.tableArn, ['BatchWriteItem'], ['L#*']),
      useTable(byDue, ['Query']),
      useTable(byStage, ['Query']),
      sendMail(mail, settings.sender),
      readSendingQuota(),
      ...webhookSecrets,
    ],
    feedback: [useTable(table.tableArn, ['GetItem', 'PutItem', 'UpdateItem']), send(deadLetters.feedback)],
    preferences: [useTable(table.tableArn, ['GetItem', 'Query', 'PutItem', 'BatchWriteItem'])],
    replay: [
      useTable(table.tableArn, ['PutItem'], ['V#*', 'L#*']),
      useTable(table.tableArn, ['GetItem'], ['L#*']),
      useTable(table.tableArn, ['UpdateItem'], ['M#*']),
      consume(late),
    ],
    score: [...scoring, readStream(table), send(deadLetters.score)],
    rescore: [...scoring, useTable(byStage, ['Query']), consume(rescore), send(rescore)],
    relay: [
      putEvents(bus),
      useTable(table.tableArn, ['UpdateItem'], ['REPORT#*']),
      useTable(table.tableArn, ['GetItem', 'Query'], ['REPORT']),
      useTable(table.tableArn, ['GetItem', 'PutItem', 'DeleteItem'], ['L#*']),
      readStream(table),
      send(deadLetters.relay),
    ],
    webhooks: [useTable(table.tableArn, ['PutItem'], ['W#*']), ...webhookSecrets, send(deadLetters.webhooks)],
    notify: [
      useTable(table.tableArn, ['GetItem', 'Query', 'UpdateItem']),
      sendMail(mail, settings.sender),
      ...(settings.slackSecret ? [readSecret(Stack.of(table), settings.slackSecret)] : []),
      send(deadLetters.notify),
    ],
    handover: [
      useTable(table.tableArn, ['GetItem', 'Query', 'PutItem']),
      useTable(table.tableArn, ['BatchWriteItem'], ['L#*']),
    ],
    api: [
      useTable(table.tableArn, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem']),
      useTable(byStage, ['Query']),
    ],
    publish: [
      useTable(table.tableArn, ['GetItem', 'PutItem'], ['PLAYBOOK', 'REPORT', 'SALES']),
      send(rescore),
    ],
  };
}
