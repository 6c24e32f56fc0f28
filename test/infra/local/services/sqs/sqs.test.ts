import { describe, expect, it } from 'vitest';
import { openSqs } from '../../../../../infra/local/services/sqs/sqs.ts';
import { aClock, aJournal, aQueue } from '../builders.ts';

const dead = aQueue('Dead');
const work = aQueue('Work', {
  VisibilityTimeout: 30,
  RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount: 2 },
});

function someQueues() {
  const clock = aClock();
  const sqs = openSqs({ resources: [work, dead], journal: aJournal(), clock, accountId: '0' });
  const call = (operation: string, input: object = {}) =>
    sqs.call(operation, { QueueUrl: work.ref, ...input });
  const receive = async (more: object = {}) => (await call('ReceiveMessage', more)).Messages ?? [];
  return { sqs, clock, call, receive };
}

describe('a queue', () => {
  it('hides a received message, and shows it again after the visibility timeout', async () => {
    const { call, receive, clock } = someQueues();
    await call('SendMessage', { MessageBody: 'hello' });
    expect(await receive()).toMatchObject([{ Body: 'hello', MD5OfBody: '5d41402abc4b2a76b9719d911017c592' }]);
    expect(await receive()).toEqual([]);
    clock.advance(30_000);
    expect(await receive()).toMatchObject([{ Attributes: { ApproximateReceiveCount: '2' } }]);
  });

  it('forgets a deleted message', async () => {
    const { call, receive, clock } = someQueues();
    await call('SendMessage', { MessageBody: 'hello' });
    const [{ ReceiptHandle }] = await receive();
    await call('DeleteMessage', { ReceiptHandle });
    clock.advance(30_000);
    expect(await receive()).toEqual([]);
  });

  it('moves a message that was received too often to its dead-letter queue', async () => {
    const { call, receive, sqs } = someQueues();
    await call('SendMessage', { MessageBody: 'poison' });
    for (const _ of [1, 2, 3]) await receive({ VisibilityTimeout: 0 });
    expect(await receive()).toEqual([]);
    expect(sqs.messages.all(dead.arn)).toMatchObject([{ body: 'poison' }]);
  });

  it.each([
    [
      'a message of more than 1 MB',
      'SendMessage',
      { MessageBody: 'x'.repeat(1024 * 1024 + 1) },
      'InvalidParameterValue',
    ],
    ['an empty message', 'SendMessage', { MessageBody: '' }, 'MissingParameter'],
    [
      'an option that the twin lacks',
      'SendMessage',
      { MessageBody: 'x', DelaySeconds: 60 },
      'InvalidParameterValue',
    ],
    ['a queue that the template lacks', 'SendMessage', { QueueUrl: 'http://x/other' }, 'QueueDoesNotExist'],
    ['an operation that the twin lacks', 'CreateQueue', {}, 'InvalidAction'],
  ])('refuses %s', async (_, operation, input, code) => {
    await expect(someQueues().call(operation, input)).rejects.toMatchObject({ code });
  });
});
