import { setTimeout as sleep } from 'node:timers/promises';
import type { Invoker } from '../lambda/invoker.ts';
import type { Part } from '../part.ts';
import { type Message, md5, systemAttributes } from '../services/sqs/message.ts';
import type { MessageStore } from '../services/sqs/message-store.ts';
import type { QueueDefinition } from '../services/sqs/queue-definition.ts';
import { batchOutcome } from './batch-outcome.ts';
import type { MappingDefinition } from './mapping-definition.ts';

/** Real milliseconds until a failed message is visible again; on AWS this is the visibility timeout. */
const RETRY_DELAY = 75;

export interface QueueMappingContext {
  invoker: Invoker;
  messages: MessageStore;
  queue: QueueDefinition;
  region: string;
  accountId: string;
  log?(message: string): void;
}

/** Invokes a function with the messages of a queue. */
export interface QueueMapping extends Part {
  /** Checks for messages. */
  wake(): void;
  /** Resumes what was left when the twin stopped, including what a function was busy with. */
  start(): void;
}

/** A queue mapping: up to `concurrency` batches at once, in no particular order, as for standard queues. */
export function openQueueMapping(definition: MappingDefinition, context: QueueMappingContext): QueueMapping {
  const { invoker, messages, queue, log = () => {} } = context;
  const inFlight = new Set<Message>();
  let pollers = 0;
  let isStopped = false;

  function wake(): void {
    if (isStopped || pollers >= definition.concurrency) return;
    pollers += 1;
    setImmediate(() => void poll());
  }

  async function poll(): Promise<void> {
    try {
      if (definition.window > 0) await sleep(definition.window);
      while (!isStopped) {
        const batch = messages.receive(queue, definition.batchSize);
        if (batch.length === 0) return;
        if (batch.length === definition.batchSize) wake();
        await handle(batch);
      }
    } finally {
      pollers -= 1;
    }
  }

  async function handle(batch: Message[]): Promise<void> {
    for (const message of batch) inFlight.add(message);
    try {
      await invoke(batch);
    } finally {
      for (const message of batch) inFlight.delete(message);
    }
  }

  async function invoke(batch: Message[]): Promise<void> {
    const result = await invoker.invoke(definition.functionId, { Records: batch.map(recordOf) });
    if (isStopped) return;
    const identifiers = batch.map((message) => message.id);
    const outcome = batchOutcome(result, definition.reportsFailures, identifiers);
    if (outcome.kind === 'failed')
      log(`${definition.functionId}: a batch of messages failed (${outcome.reason})`);
    const failed = batch.filter(
      (message) => outcome.kind === 'failed' || (outcome.kind === 'partly' && outcome.failed.has(message.id)),
    );
    for (const message of batch) if (!failed.includes(message)) messages.delete(message.receipt);
    if (failed.length > 0) await showAgain(failed);
  }

  async function showAgain(failed: Message[]): Promise<void> {
    await sleep(RETRY_DELAY);
    if (isStopped) return;
    for (const message of failed) messages.show(message.receipt);
  }

  function recordOf(message: Message) {
    return {
      messageId: message.id,
      receiptHandle: message.receipt,
      body: message.body,
      attributes: systemAttributes(message, context.accountId),
      messageAttributes: {},
      md5OfBody: md5(message.body),
      eventSource: 'aws:sqs',
      eventSourceARN: queue.arn,
      awsRegion: context.region,
    };
  }

  return {
    wake,
    start() {
      messages.showReceived(queue.arn);
      wake();
    },
    pending: () => messages.countVisible(queue.arn) + inFlight.size,
    nextDue: () => messages.nextVisible(queue.arn),
    async runDue() {
      if (messages.countVisible(queue.arn) > 0) wake();
    },
    async stop() {
      isStopped = true;
    },
  };
}
