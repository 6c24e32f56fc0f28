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

  it('delays a message', async () => {
    const { call, receive, clock } = someQueues();
    await call('SendMessage', { MessageBody: 'later', DelaySeconds: 60 });
    expect(await receive()).toEqual([]);
    clock.advance(60_000);
    expect(await receive()).toHaveLength(1);
  });

  it('returns for each message of a batch whether it was accepted', async () => {
    const { call } = someQueues();
    const result = await call('SendMessageBatch', {
      Entries: [
        { Id: 'good', MessageBody: 'a' },
        { Id: 'empty', MessageBody: '' },
      ],
    });
    expect(result.Successful).toMatchObject([{ Id: 'good' }]);
    expect(result.Failed).toMatchObject([{ Id: 'empty', Code: 'MissingParameter' }]);
  });

  it('counts its messages', async () => {
    const { call, receive } = someQueues();
    for (const DelaySeconds of [0, 0, 60]) await call('SendMessage', { MessageBody: 'a', DelaySeconds });
    await receive();
    expect((await call('GetQueueAttributes')).Attributes).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesDelayed: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
  });

  it.each([
    [
      'a message of more than 1 MB',
      'SendMessage',
      { MessageBody: 'x'.repeat(1024 * 1024 + 1) },
      'InvalidParameterValue',
    ],
    [
      'a delay of more than 15 minutes',
      'SendMessage',
      { MessageBody: 'x', DelaySeconds: 901 },
      'InvalidParameterValue',
    ],
    ['a queue that the template lacks', 'SendMessage', { QueueUrl: 'http://x/other' }, 'QueueDoesNotExist'],
    ['an empty batch', 'SendMessageBatch', { Entries: [] }, 'EmptyBatchRequest'],
    ['an operation that the twin lacks', 'CreateQueue', {}, 'InvalidAction'],
  ])('refuses %s', async (_, operation, input, code) => {
    await expect(someQueues().call(operation, input)).rejects.toMatchObject({ code });
  });
});
