import type * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { table as contract } from '../../shared/contract/table.ts';
import type { Settings } from '../settings.ts';
import type { Bus } from './bus.ts';
import { functionNameOf } from './function-name.ts';
import type { Mail } from './mail.ts';
import type { Queues } from './queues.ts';
import type { SignIn } from './sign-in.ts';
import {
  consume,
  invoke,
  keepUsers,
  putEvents,
  readSecret,
  readSendingQuota,
  readStream,
  send,
  sendMail,
  type TableAction,
  useTable,
} from './statements.ts';
import type { Store } from './store.ts';

export interface PermissionSources {
  settings: Settings;
  store: Store;
  queues: Queues;
  bus: Bus;
  mail: Mail;
  signIn: SignIn;
}

/** Everything that each function may do, besides writing its own log. Nothing else grants permissions. */
export function permissions({
  settings,
  store: { table },
  queues: { late, deadLetters },
  bus: { bus },
  mail,
  signIn,
}: PermissionSources): Record<FunctionName, iam.PolicyStatement[]> {
  const items = (actions: TableAction[], partitions?: string[]) =>
    useTable(table.tableArn, actions, partitions);
  const query = (index: keyof typeof contract.indexes) =>
    useTable(`${table.tableArn}/index/${contract.indexes[index].name}`, ['Query']);
  const mailing = [sendMail(mail, settings.sender), readSendingQuota()];
  const webhookSecrets = [...new Set(settings.webhooks.map(({ secret }) => secret))].map((secret) =>
    readSecret(Stack.of(table), secret),
  );
  const askPlaybook = invoke(Stack.of(table), functionNameOf(settings, 'playbook'));
  const clientSecret = settings.console?.issuer?.clientSecret;
  return {
    track: [
      items(['PutItem'], ['V#*', 'C#*']),
      items(['GetItem', 'UpdateItem'], ['M#*']),
      items(['GetItem'], ['PICTURE#*']),
      send(late),
    ],
    forms: [
      items(['PutItem'], settings.challenge ? ['L#*', 'X#*'] : ['L#*']),
      items(['GetItem'], ['V#*', 'L#*', 'PLAYBOOK']),
      send(late),
    ],
    enrol: [
      items(['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']),
      query('byDue'),
      ...mailing,
      send(deadLetters.enrol),
    ],
    timers: [
      items(['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']),
      items(['BatchWriteItem'], ['L#*', 'M#*', 'O#*', 'V#*', 'F#*', 'H#*']),
      ...(['byDue', 'byStage', 'byLead'] as const).map(query),
      ...mailing,
    ],
    feedback: [
      items(['GetItem', 'PutItem', 'UpdateItem']),
      items(['DeleteItem'], ['L#*']),
      send(deadLetters.feedback),
    ],
    preferences: [
      items(['GetItem', 'Query', 'PutItem', 'BatchWriteItem']),
      items(['UpdateItem'], ['L#*', 'REPORT#*']),
    ],
    replay: [items(['GetItem', 'PutItem'], ['V#*', 'L#*']), items(['UpdateItem'], ['M#*']), consume(late)],
    score: [
      items(['GetItem', 'Query', 'PutItem', 'UpdateItem']),
      items(['BatchWriteItem'], ['L#*', 'F#*', 'H#*']),
      items(['DeleteItem'], ['L#*', 'V#*']),
      readStream(table),
      send(deadLetters.score),
    ],
    relay: [
      putEvents(bus),
      items(['GetItem', 'PutItem', 'UpdateItem'], ['REPORT#*']),
      items(['PutItem'], ['DIRECTORY#LOG']),
      items(['GetItem', 'UpdateItem'], ['JOBS']),
      items(['Query'], ['REPORT', 'L#*']),
      items(['GetItem', 'PutItem', 'DeleteItem'], ['L#*']),
      items(['GetItem'], ['M#*']),
      readStream(table),
      send(deadLetters.relay),
    ],
    webhooks: [
      items(['PutItem', 'UpdateItem'], ['W#*']),
      items(['GetItem'], ['L#*']),
      query('byDue'),
      ...webhookSecrets,
      send(deadLetters.webhooks),
    ],
    notify: [
      items(['GetItem', 'Query']),
      items(['PutItem', 'UpdateItem'], ['L#*', 'SALES']),
      query('byDue'),
      sendMail(mail, settings.sender),
      ...(settings.slackSecret ? [readSecret(Stack.of(table), settings.slackSecret)] : []),
      send(deadLetters.notify),
    ],
    handover: [items(['GetItem', 'Query', 'PutItem']), items(['BatchWriteItem'], ['L#*', 'F#*', 'H#*'])],
    api: [
      items(['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem']),
      items(['UpdateItem'], ['L#*', 'KEYS']),
      items(['DeleteItem'], ['PLAYBOOK#DRAFT']),
      query('byLead'),
      askPlaybook,
    ],
    console: [
      items(['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem']),
      items(['UpdateItem'], ['KEYS', 'L#*', 'V#*', 'M#*', 'W#*', 'JOBS', 'SALES', 'PEOPLE']),
      items(['DeleteItem'], ['PEOPLE', 'PLAYBOOK#DRAFT']),
      ...(['byDue', 'byLead'] as const).map(query),
      askPlaybook,
      ...(signIn.pool ? [keepUsers(signIn.pool)] : []),
      ...(clientSecret ? [readSecret(Stack.of(table), clientSecret)] : []),
    ],
    playbook: [
      items(
        ['GetItem', 'Query', 'BatchGetItem'],
        ['PLAYBOOK', 'PLAYBOOK#*', 'L#*', 'V#*', 'DIRECTORY', 'DIRECTORY#LOG', 'NEWSLETTER'],
      ),
      items(['GetItem'], ['PICTURE#*']),
      query('byLead'),
      items(['PutItem'], ['PLAYBOOK', 'PLAYBOOK#FILES', 'JOBS']),
      items(['UpdateItem'], ['JOBS', 'B#*']),
      items(['GetItem'], ['B#*']),
      items(['DeleteItem'], ['PLAYBOOK#DRAFT']),
      sendMail(mail, settings.sender),
    ],
    publish: [
      items(['GetItem', 'PutItem', 'UpdateItem'], ['PLAYBOOK']),
      items(['PutItem'], ['PLAYBOOK#FILES', 'PICTURE#*']),
      items(['PutItem', 'UpdateItem'], ['JOBS']),
    ],
  };
}
