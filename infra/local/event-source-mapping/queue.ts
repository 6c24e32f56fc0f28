import { setTimeout as sleep } from 'node:timers/promises';
import type { Invoker } from '../lambda/invoker.ts';
import type { Clock, Part } from '../part.ts';
import { type Message, md5, systemAttributes } from '../services/sqs/message.ts';
import type { MessageStore } from '../services/sqs/message-store.ts';
import type { QueueDefinition } from '../services/sqs/queue-definition.ts';
import { batchOutcome } from './batch-outcome.ts';
import type { MappingDefinition } from './mapping-definition.ts';

/** Real milliseconds until a failed message is visible again; on AWS this is the visibility timeout. */
const RETRY_DELAY = 75;
/** Without a dead-letter queue AWS retries for days; the twin drops a message after this many receives. */
const MAX_RECEIVES = 100;

export interface QueueMappingContext {
  clock: Clock;
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
  const { clock, invoker, messages, queue, log = () => {} } = context;
  const inFlight = new Set<Message>();
  let pollers = 0;
  let isStopped = false;
  let alarm: NodeJS.Timeout | undefined;

  function wake(): void {
    if (isStopped || pollers >= definition.concurrency) return;
    pollers += 1;
    setImmediate(() => void poll().finally(() => setAlarm()));
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
      const wanted = batch.filter((message) => definition.matches(filterable(message)));
      for (const message of batch) if (!wanted.includes(message)) messages.delete(message.receipt);
      if (wanted.length > 0) await invoke(wanted);
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
    for (const message of failed) {
      if (!queue.redrive && message.received >= MAX_RECEIVES) messages.delete(message.receipt);
      else messages.hide(message.receipt, 0);
    }
  }

  /** Wakes when the next delayed message becomes visible in real time. */
  function setAlarm(): void {
    clearTimeout(alarm);
    if (isStopped) return;
    const due = messages.nextVisible([queue.arn]);
    if (due === undefined) return;
    alarm = setTimeout(wake, Math.max(1, Math.min(due - clock.now(), 60_000)));
    alarm.unref();
  }

  function filterable(message: Message): unknown {
    const record = recordOf(message);
    try {
      return { ...record, body: JSON.parse(message.body) };
    } catch {
      return record;
    }
  }

  function recordOf(message: Message) {
    const attributes = Object.entries(message.attributes).map(([name, attribute]) => [
      name,
      {
        stringValue: attribute.StringValue,
        binaryValue: attribute.BinaryValue,
        stringListValues: [],
        binaryListValues: [],
        dataType: attribute.DataType,
      },
    ]);
    return {
      messageId: message.id,
      receiptHandle: message.receipt,
      body: message.body,
      attributes: systemAttributes(message, context.accountId),
      messageAttributes: Object.fromEntries(attributes),
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
    pending: () => messages.count(queue.arn).visible + inFlight.size,
    nextDue: () => messages.nextVisible([queue.arn]),
    async runDue() {
      if (messages.count(queue.arn).visible > 0) wake();
    },
    async stop() {
      isStopped = true;
      clearTimeout(alarm);
    },
  };
}
