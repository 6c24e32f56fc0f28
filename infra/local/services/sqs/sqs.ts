import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Resource } from '../../template/resource.ts';
import { type Service, ServiceError } from '../service.ts';
import { type MessageAttribute, md5, messageSize, systemAttributes } from './message.ts';
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
  sendTo(queueArn: string, body: string, attributes?: Record<string, string>): void;
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

  function send(url: string, entry: Json): Json {
    const queue = queueOf(url);
    const { MessageBody: body = '', MessageAttributes: attributes = {}, DelaySeconds: delay } = entry;
    checkMessage(body, attributes, delay);
    const id = messages.send(queue, { body, attributes, ...(delay !== undefined && { delay }) });
    listeners.get(queue.arn)?.();
    return { MessageId: id, MD5OfMessageBody: md5(body) };
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
        MessageAttributes: message.attributes,
      })),
    };
  }

  function hide({ ReceiptHandle: receipt, VisibilityTimeout: seconds }: Json): Json {
    if (messages.hide(receipt, seconds)) return {};
    throw new ServiceError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
  }

  function attributesOf(input: Json): Json {
    const queue = queueOf(input.QueueUrl);
    const { visible, delayed, inFlight } = messages.count(queue.arn);
    return {
      Attributes: {
        QueueArn: queue.arn,
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesDelayed: String(delayed),
        ApproximateNumberOfMessagesNotVisible: String(inFlight),
        VisibilityTimeout: String(queue.visibilityTimeout),
        DelaySeconds: String(queue.delay),
      },
    };
  }

  const operations: Record<string, (input: Json) => Json> = {
    SendMessage: (input) => send(input.QueueUrl, input),
    SendMessageBatch: (input) => batch(input, (entry) => send(input.QueueUrl, entry)),
    ReceiveMessage: receive,
    DeleteMessage: (input) => messages.delete(input.ReceiptHandle) ?? {},
    DeleteMessageBatch: (input) => batch(input, (entry) => messages.delete(entry.ReceiptHandle)),
    ChangeMessageVisibility: hide,
    ChangeMessageVisibilityBatch: (input) => batch(input, hide),
    GetQueueAttributes: attributesOf,
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
    sendTo(queueArn, body, attributes = {}) {
      const queue = queues.get(queueArn);
      if (!queue) throw new Error(`The template has no queue ${queueArn}`);
      const typed = Object.entries(attributes).map(([name, value]) => [
        name,
        { DataType: 'String', StringValue: value },
      ]);
      messages.send(queue, { body, attributes: Object.fromEntries(typed) });
      listeners.get(queueArn)?.();
    },
    onMessage: (queueArn, wake) => void listeners.set(queueArn, wake),
  };
}

function checkMessage(body: unknown, attributes: Record<string, MessageAttribute>, delay: unknown): void {
  if (typeof body !== 'string' || body === '') {
    throw new ServiceError('MissingParameter', 'The request must contain the parameter MessageBody.');
  }
  if (messageSize(body, attributes) > MAX_MESSAGE_BYTES) {
    throw new ServiceError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${MAX_MESSAGE_BYTES} bytes.`,
    );
  }
  if (delay !== undefined && !(Number(delay) >= 0 && Number(delay) <= 900)) {
    throw new ServiceError(
      'InvalidParameterValue',
      `Value ${delay} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.`,
    );
  }
}

/** Handles each entry separately: a refused one is listed in `Failed` and does not stop the others. */
function batch({ Entries: entries = [] }: Json, each: (entry: Json) => Json): Json {
  if (entries.length === 0) {
    throw new ServiceError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  }
  if (entries.length > 10) {
    throw new ServiceError(
      'TooManyEntriesInBatchRequest',
      'Maximum number of entries per request are 10. You have sent more.',
    );
  }
  if (new Set(entries.map((entry: Json) => entry.Id)).size < entries.length) {
    throw new ServiceError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  }
  const result: { Successful: Json[]; Failed: Json[] } = { Successful: [], Failed: [] };
  for (const entry of entries) {
    try {
      result.Successful.push({ Id: entry.Id, ...each(entry) });
    } catch (failure) {
      if (!(failure instanceof ServiceError)) throw failure;
      result.Failed.push({ Id: entry.Id, Code: failure.code, Message: failure.message, SenderFault: true });
    }
  }
  return result;
}
