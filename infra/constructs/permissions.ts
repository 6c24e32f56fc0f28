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
  queues: { late, deadLetters },
  bus: { bus },
  mail,
}: PermissionSources): Record<FunctionName, iam.PolicyStatement[]> {
  const byStage = `${table.tableArn}/index/${contract.indexes.byStage.name}`;
  const byReader = `${table.tableArn}/index/${contract.indexes.byReader.name}`;
  const byDue = `${table.tableArn}/index/${contract.indexes.byDue.name}`;
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
      useTable(byDue, ['Query']),
      sendMail(mail, settings.sender),
      readSendingQuota(),
      send(deadLetters.enrol),
    ],
    timers: [
      useTable(table.tableArn, ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']),
      useTable(table.tableArn, ['BatchWriteItem'], ['L#*', 'M#*', 'V#*']),
      ...[byDue, byStage, byReader].map((index) => useTable(index, ['Query'])),
      sendMail(mail, settings.sender),
      readSendingQuota(),
    ],
    feedback: [useTable(table.tableArn, ['GetItem', 'PutItem', 'UpdateItem']), send(deadLetters.feedback)],
    preferences: [
      useTable(table.tableArn, ['GetItem', 'Query', 'PutItem', 'BatchWriteItem']),
      useTable(table.tableArn, ['UpdateItem', 'DeleteItem'], ['L#*']),
    ],
    replay: [
      useTable(table.tableArn, ['PutItem'], ['V#*', 'L#*']),
      useTable(table.tableArn, ['GetItem'], ['L#*']),
      useTable(table.tableArn, ['UpdateItem'], ['M#*']),
      consume(late),
    ],
    score: [
      useTable(table.tableArn, ['GetItem', 'Query', 'PutItem', 'UpdateItem']),
      useTable(table.tableArn, ['BatchWriteItem'], ['L#*']),
      readStream(table),
      send(deadLetters.score),
    ],
    relay: [
      putEvents(bus),
      useTable(table.tableArn, ['UpdateItem'], ['REPORT#*']),
      useTable(table.tableArn, ['GetItem'], ['JOBS']),
      useTable(table.tableArn, ['Query'], ['REPORT']),
      useTable(table.tableArn, ['GetItem', 'PutItem', 'DeleteItem'], ['L#*']),
      readStream(table),
      send(deadLetters.relay),
    ],
    webhooks: [
      useTable(table.tableArn, ['PutItem', 'UpdateItem'], ['W#*']),
      useTable(byDue, ['Query']),
      ...webhookSecrets,
      send(deadLetters.webhooks),
    ],
    notify: [
      useTable(table.tableArn, ['GetItem', 'Query']),
      useTable(table.tableArn, ['PutItem', 'UpdateItem'], ['L#*']),
      useTable(byDue, ['Query']),
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
      useTable(table.tableArn, ['UpdateItem', 'DeleteItem'], ['L#*']),
      useTable(byStage, ['Query']),
    ],
    publish: [
      useTable(table.tableArn, ['GetItem', 'PutItem'], ['PLAYBOOK']),
      useTable(table.tableArn, ['PutItem', 'UpdateItem'], ['JOBS']),
    ],
  };
}
