import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Services } from '../../../../infra/local/services/context.ts';
import { createServices } from '../../../../infra/local/services/services.ts';
import { openJournal } from '../../../../infra/local/storage/journal.ts';
import { aClock, anInvoker, aQueue, aResource, aTable, until } from './builders.ts';

const dead = aQueue('Dead');
const late = aQueue('Late', { RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount: 1 } });
const resources = [
  aTable(),
  late,
  dead,
  aResource('AWS::Lambda::Function', 'Score'),
  aResource('AWS::Lambda::Function', 'Replay'),
  aResource('AWS::Lambda::Function', 'Notify'),
  aResource('AWS::Lambda::EventSourceMapping', 'Stream', {
    EventSourceArn: 'arn:aws:twin:leads/stream/twin',
    FunctionName: 'score',
    MaximumRetryAttempts: 0,
    DestinationConfig: { OnFailure: { Destination: dead.arn } },
  }),
  aResource('AWS::Lambda::EventSourceMapping', 'Queue', { EventSourceArn: late.arn, FunctionName: 'replay' }),
  aResource('AWS::Events::Rule', 'Opened', {
    EventPattern: { 'detail-type': ['HandoverOpened'] },
    Targets: [{ Arn: 'arn:aws:twin:notify' }],
  }),
];

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'twin-'));
  cleanUp.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function theServices(functions: Parameters<typeof anInvoker>[0], folder = aFolder()) {
  const journal = openJournal(join(folder, 'twin.sqlite'));
  const invoker = anInvoker(functions);
  const services = await createServices({
    ...{ resources, journal, invoker, clock: aClock(), dataFolder: folder },
    ...{ region: 'eu-west-1', accountId: '0', slackPort: 0 },
    secret: () => undefined,
    handledBy: () => undefined,
    units: () => {},
  });
  services.start();
  const stop = async () => {
    for (const part of services.parts) await part.stop();
    journal.close();
  };
  return { services, invoker, stop };
}

const service = ({ list }: Services, name: string) =>
  list.find((one) => one.name === name) as Services['list'][0];
const isIdle = ({ parts }: Services) => parts.every((part) => part.pending() === 0);
const item = { PK: { S: 'L#1' }, SK: { S: 'LEAD' } };
const put = { TableName: 'leads', Item: item };

describe('the services of a template', () => {
  it('pass a change of the table to the function that reads its stream', async () => {
    const { services, invoker, stop } = await theServices({ Score: () => undefined });
    cleanUp.push(stop);
    await service(services, 'dynamodb').call('PutItem', put);
    await until(() => isIdle(services));
    expect(invoker.calls).toMatchObject([
      { logicalId: 'Score', event: { Records: [{ eventName: 'INSERT' }] } },
    ]);
  });

  it('pass an event to the function of its rule', async () => {
    const { services, invoker, stop } = await theServices({});
    cleanUp.push(stop);
    const entry = { Source: 'kansrijk', DetailType: 'HandoverOpened', Detail: '{}' };
    await service(services, 'events').call('PutEvents', { Entries: [entry] });
    expect(invoker.calls).toMatchObject([{ logicalId: 'Notify' }]);
    expect(services.busEvents()).toHaveLength(1);
  });

  it('show the dead letters of streams and queues', async () => {
    const fail = () => {
      throw new Error('no');
    };
    const { services, stop } = await theServices({ Score: fail, Replay: fail });
    cleanUp.push(stop);
    await service(services, 'dynamodb').call('PutItem', put);
    await service(services, 'sqs').call('SendMessage', { QueueUrl: late.ref, MessageBody: 'late' });
    await until(() => isIdle(services));
    const letters = services.deadLetters();
    expect(letters.map(({ queue }) => queue)).toEqual(['dead', 'dead']);
    expect(letters.map(({ body }) => body)).toContain('late');
    expect(letters.some(({ body }) => body.includes('RetryAttemptsExhausted'))).toBe(true);
  });

  it('keep the data and unfinished work in their folder', async () => {
    const folder = aFolder();
    const before = await theServices({ Score: () => new Promise(() => {}) }, folder);
    await service(before.services, 'dynamodb').call('PutItem', put);
    await until(() => before.invoker.calls.length === 1);
    await before.stop();

    const after = await theServices({ Score: () => undefined }, folder);
    cleanUp.push(after.stop);
    await until(() => isIdle(after.services));
    expect(after.invoker.calls).toHaveLength(1);
    const { Item } = await service(after.services, 'dynamodb').call('GetItem', {
      TableName: 'leads',
      Key: item,
    });
    expect(Item).toEqual(item);
  });
});
