import { afterEach, describe, expect, it } from 'vitest';
import { mappingDefinition } from '../../../../infra/local/event-source-mapping/mapping-definition.ts';
import { openQueueMapping, type QueueMapping } from '../../../../infra/local/event-source-mapping/queue.ts';
import { openSqs } from '../../../../infra/local/services/sqs/sqs.ts';
import { aClock, aJournal, anInvoker, aQueue, aResource, until } from '../services/builders.ts';

type Event = { Records: { messageId: string; body: string; attributes: Record<string, string> }[] };

const opened: QueueMapping[] = [];
afterEach(async () => {
  for (const mapping of opened.splice(0)) await mapping.stop();
});

const reader = aResource('AWS::Lambda::Function', 'Reader');
const dead = aQueue('Dead');
const work = aQueue('Work', { RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount: 2 } });

function aMapping(
  handler: (event: Event) => unknown,
  properties: Record<string, unknown> = {},
  journal = aJournal(),
) {
  const clock = aClock();
  const sqs = openSqs({ resources: [work, dead], journal, clock, accountId: '0' });
  const invoker = anInvoker({ Reader: handler });
  const resource = aResource('AWS::Lambda::EventSourceMapping', 'Mapping', {
    EventSourceArn: work.arn,
    FunctionName: reader.arn,
    ...properties,
  });
  const queue = sqs.queues.get(work.arn);
  if (!queue) throw new Error('no queue');
  const mapping = openQueueMapping(mappingDefinition(resource, [reader]), {
    ...{ invoker, queue, messages: sqs.messages, region: 'eu-west-1', accountId: '0' },
  });
  sqs.onMessage(work.arn, mapping.wake);
  opened.push(mapping);
  const bodies = () =>
    invoker.calls.map(({ event }) => (event as Event).Records.map((record) => record.body));
  const send = (body: string) => sqs.call('SendMessage', { QueueUrl: work.ref, MessageBody: body });
  return { mapping, sqs, clock, invoker, bodies, send };
}

describe('a queue mapping', () => {
  it('delivers messages as Lambda does, and deletes them', async () => {
    const { mapping, invoker, send, sqs } = aMapping(() => undefined);
    const { MessageId } = await send('{"a":1}');
    await until(() => mapping.pending() === 0);
    expect(invoker.calls[0]?.event).toMatchObject({
      Records: [
        {
          messageId: MessageId,
          body: '{"a":1}',
          attributes: { ApproximateReceiveCount: '1' },
          eventSource: 'aws:sqs',
          eventSourceARN: work.arn,
          awsRegion: 'eu-west-1',
        },
      ],
    });
    expect(sqs.messages.all(work.arn)).toEqual([]);
  });

  it('retries a failed message until the queue gives it up', async () => {
    const { mapping, bodies, send, sqs } = aMapping(() => {
      throw new Error('no');
    });
    await send('poison');
    await until(() => sqs.messages.all(dead.arn).length === 1 && mapping.pending() === 0);
    expect(bodies()).toEqual([['poison'], ['poison']]);
  });

  it('retries only the reported messages', async () => {
    const { mapping, bodies, send } = aMapping(
      ({ Records }) => ({
        batchItemFailures: Records.filter(
          ({ body, attributes }) => body === 'b' && attributes.ApproximateReceiveCount === '1',
        ).map(({ messageId }) => ({ itemIdentifier: messageId })),
      }),
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
    );
    for (const body of ['a', 'b', 'c']) void send(body);
    await until(() => mapping.pending() === 0);
    expect(bodies()).toEqual([['a', 'b', 'c'], ['b']]);
  });

  it('delivers a message that somebody else received, once it is visible again', async () => {
    const { mapping, bodies, send, sqs, clock } = aMapping(() => undefined);
    sqs.onMessage(work.arn, () => {});
    await send('seen');
    await sqs.call('ReceiveMessage', { QueueUrl: work.ref, VisibilityTimeout: 600 });
    expect(mapping.pending()).toBe(0);
    expect(mapping.nextDue?.()).toBe(clock.now() + 600_000);
    clock.advance(600_000);
    expect(mapping.nextDue?.()).toBe(clock.now());
    await mapping.runDue?.();
    await until(() => mapping.pending() === 0);
    expect(bodies()).toEqual([['seen']]);
  });

  it('is refused when it filters messages', () => {
    const FilterCriteria = { Filters: [{ Pattern: '{"body":{"kind":["wanted"]}}' }] };
    expect(() => aMapping(() => undefined, { FilterCriteria })).toThrow(
      'Mapping: the twin filters no messages',
    );
  });

  it('resumes after a restart what a function was busy with', async () => {
    const journal = aJournal();
    const before = aMapping(() => new Promise(() => {}), {}, journal);
    await before.send('a');
    await until(() => before.bodies().length === 1);
    await before.mapping.stop();

    const after = aMapping(() => undefined, {}, journal);
    after.mapping.start();
    await until(() => after.mapping.pending() === 0);
    expect(after.bodies()).toEqual([['a']]);
  });
});
