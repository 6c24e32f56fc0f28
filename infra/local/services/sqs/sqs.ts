import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Resource } from '../../template/resource.ts';
import { type Service, ServiceError } from '../service.ts';
import { md5, systemAttributes } from './message.ts';
import { type MessageStore, openMessageStore } from './message-store.ts';
import { isQueue, type QueueDefinition, queueDefinition } from './queue-definition.ts';

const MAX_MESSAGE_BYTES = 1024 * 1024;

// biome-ignore lint/suspicious/noExplicitAny: the JSON of SQS's API
type Json = any;

interface SqsContext {
  resources: readonly Resource[];
  journal: Journal;
  clock: Clock;
  accountId: string;
}

export interface Sqs extends Service {
  messages: MessageStore;
  /** The queues of the template by ARN. */
  queues: ReadonlyMap<string, QueueDefinition>;
  /** Sends a message as AWS services do. @throws Error when the template has no such queue. */
  sendTo(queueArn: string, body: string): void;
  /** Calls `wake` whenever a message is sent to the queue. */
  onMessage(queueArn: string, wake: () => void): void;
}

/** SQS with the standard queues of the template. */
export function openSqs({ resources, journal, clock, accountId }: SqsContext): Sqs {
  const messages = openMessageStore(journal, clock);
  const definitions = resources.filter(isQueue).map(queueDefinition);
  const queues = new Map(definitions.map((queue) => [queue.arn, queue]));
  const listeners = new Map<string, () => void>();

  function queueOf(url: string): QueueDefinition {
    // As on AWS, the path of the URL names the queue; the host may differ.
    const name = url.split('/').pop();
    const queue = definitions.find((candidate) => candidate.name === name);
    if (queue) return queue;
    throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
  }

  function send(queue: QueueDefinition, body: string): string {
    const id = messages.send(queue, body);
    listeners.get(queue.arn)?.();
    return id;
  }

  function sendMessage({ QueueUrl: url, MessageBody: body = '', ...others }: Json): Json {
    const queue = queueOf(url);
    checkMessage(body, others);
    return { MessageId: send(queue, body), MD5OfMessageBody: md5(body) };
  }

  function receive(input: Json): Json {
    const taken = messages.receive(
      queueOf(input.QueueUrl),
      input.MaxNumberOfMessages ?? 1,
      input.VisibilityTimeout,
    );
    if (taken.length === 0) return {};
    return {
      Messages: taken.map((message) => ({
        MessageId: message.id,
        ReceiptHandle: message.receipt,
        Body: message.body,
        MD5OfBody: md5(message.body),
        Attributes: systemAttributes(message, accountId),
      })),
    };
  }

  const operations: Record<string, (input: Json) => Json> = {
    SendMessage: sendMessage,
    ReceiveMessage: receive,
    DeleteMessage: (input) => messages.delete(input.ReceiptHandle) ?? {},
    GetQueueUrl: (input) => ({ QueueUrl: queueOf(input.QueueName).url }),
  };

  return {
    name: 'sqs',
    messages,
    queues,
    async call(operation, input) {
      const carryOut = operations[operation];
      if (!carryOut) throw new ServiceError('InvalidAction', `The twin does not run ${operation} of SQS`);
      return carryOut(input);
    },
    sendTo(queueArn, body) {
      const queue = queues.get(queueArn);
      if (!queue) throw new Error(`The template has no queue ${queueArn}`);
      send(queue, body);
    },
    onMessage: (queueArn, wake) => void listeners.set(queueArn, wake),
  };
}

function checkMessage(body: unknown, others: Json): void {
  const [unknown] = Object.keys(others);
  if (unknown)
    throw new ServiceError('InvalidParameterValue', `The twin does not run ${unknown} of SendMessage`);
  if (typeof body !== 'string' || body === '') {
    throw new ServiceError('MissingParameter', 'The request must contain the parameter MessageBody.');
  }
  if (Buffer.byteLength(body) > MAX_MESSAGE_BYTES) {
    throw new ServiceError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${MAX_MESSAGE_BYTES} bytes.`,
    );
  }
}
