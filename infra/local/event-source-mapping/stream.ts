import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Invoker } from '../lambda/invoker.ts';
import type { Clock, Part } from '../part.ts';
import type { StreamRecord } from '../services/dynamodb/stream-record.ts';
import type { Journal } from '../storage/journal.ts';
import { type BatchOutcome, batchOutcome, countDone } from './batch-outcome.ts';
import { type FailedBatch, failureMessage } from './failure-message.ts';
import type { MappingDefinition } from './mapping-definition.ts';

/** Real milliseconds between two attempts; AWS waits seconds to minutes. */
const RETRY_DELAY = 75;

export interface StreamMappingContext {
  journal: Journal;
  clock: Clock;
  invoker: Invoker;
  sendToQueue(queueArn: string, body: string): void;
  log?(message: string): void;
}

/** Invokes a function with the records of a stream. */
export interface StreamMapping extends Part {
  /** Stores a record that passes the filters; called in the transaction that creates it. */
  accept(partition: string, record: StreamRecord): void;
  /** Resumes with what was left when the twin stopped, so that the order holds. */
  start(): void;
}

interface Work {
  id: number;
  record: StreamRecord;
}

interface Lane {
  waiting: Work[];
  isRunning: boolean;
}

/**
 * A stream mapping. Records wait in lanes, as many as may run at once; all records of a partition key are in
 * one lane, which runs in order.
 */
export function openStreamMapping(
  definition: MappingDefinition,
  context: StreamMappingContext,
): StreamMapping {
  const { journal, clock, invoker, log = () => {} } = context;
  const { logicalId, batchSize, concurrency } = definition;
  const lanes: Lane[] = Array.from({ length: concurrency }, () => ({ waiting: [], isRunning: false }));
  let isStarted = false;
  let isStopped = false;

  function enqueue(partition: string, work: Work): void {
    const number = createHash('md5').update(partition).digest().readUInt32BE(0) % concurrency;
    const lane = lanes[number] as Lane;
    lane.waiting.push(work);
    if (lane.isRunning) return;
    lane.isRunning = true;
    // The record is not committed yet: run after the transaction.
    setImmediate(() => void run(lane));
  }

  async function run(lane: Lane): Promise<void> {
    while (lane.waiting.length > 0 && !isStopped) {
      if (definition.window > 0 && lane.waiting.length < batchSize) await sleep(definition.window);
      await process(lane.waiting.slice(0, batchSize), lane);
    }
    lane.isRunning = false;
  }

  /** Retries a batch until each record is done or given up. */
  async function process(batch: Work[], lane: Lane): Promise<void> {
    let rest = batch;
    for (let attempts = 1; ; attempts += 1) {
      rest = giveUpOld(rest, lane, attempts - 1);
      if (rest.length === 0) return;
      const outcome = await invoke(rest);
      if (isStopped) return;
      const done = countDone(outcome, rest.map(sequenceOf));
      finish(rest.slice(0, done), lane);
      rest = rest.slice(done);
      if (rest.length === 0) return;
      if (done > 0) attempts = 1;
      await sleep(RETRY_DELAY);
      if (isStopped) return;
      if (definition.bisects && rest.length > 1) {
        // Splitting is not an attempt. A reported item is the culprit, so it goes alone.
        const middle = outcome.kind === 'partly' ? 1 : Math.ceil(rest.length / 2);
        await process(rest.slice(0, middle), lane);
        if (!isStopped) await process(rest.slice(middle), lane);
        return;
      }
      if (attempts > definition.retries)
        return giveUp(rest, lane, { condition: 'RetryAttemptsExhausted', attempts });
    }
  }

  async function invoke(batch: Work[]): Promise<BatchOutcome> {
    const event = { Records: batch.map(({ record }) => record) };
    const result = await invoker.invoke(definition.functionId, event);
    const outcome = batchOutcome(result, definition.reportsFailures, batch.map(sequenceOf));
    if (outcome.kind === 'failed') {
      log(`${definition.functionId}: a batch of ${batch.length} records failed (${outcome.reason})`);
    }
    return outcome;
  }

  function giveUpOld(batch: Work[], lane: Lane, attempts: number): Work[] {
    const old = batch.filter(({ record }) => isTooOld(record));
    if (old.length > 0) giveUp(old, lane, { condition: 'RecordAgeExceeded', attempts });
    return batch.filter((work) => !old.includes(work));
  }

  function isTooOld(record: StreamRecord): boolean {
    return clock.now() - record.dynamodb.ApproximateCreationDateTime * 1000 > definition.maximumAge;
  }

  function finish(done: Work[], lane: Lane): void {
    journal.transaction(() => {
      for (const { id } of done) journal.run('DELETE FROM stream_work WHERE id = ?', id);
    });
    const finished = new Set(done);
    lane.waiting = lane.waiting.filter((work) => !finished.has(work));
  }

  function giveUp(works: Work[], lane: Lane, why: Pick<FailedBatch, 'condition' | 'attempts'>): void {
    const { onFailure } = definition;
    journal.transaction(() => {
      if (onFailure) {
        const records = works.map(({ record }) => record);
        context.sendToQueue(onFailure, failureMessage({ definition, records, at: clock.now(), ...why }));
      }
      finish(works, lane);
    });
  }

  return {
    accept(partition, record) {
      if (!definition.matches(record)) return;
      const row = journal.first<{ id: number }>(
        'INSERT INTO stream_work (mapping, partition, record) VALUES (?, ?, ?) RETURNING id',
        logicalId,
        partition,
        JSON.stringify(record),
      );
      if (isStarted) enqueue(partition, { id: row?.id ?? 0, record });
    },
    start() {
      isStarted = true;
      const rows = journal.all<{ id: number; partition: string; record: string }>(
        'SELECT id, partition, record FROM stream_work WHERE mapping = ? ORDER BY id',
        logicalId,
      );
      for (const { id, partition, record } of rows) enqueue(partition, { id, record: JSON.parse(record) });
    },
    pending: () => lanes.reduce((total, lane) => total + lane.waiting.length, 0),
    async stop() {
      isStopped = true;
    },
  };
}

function sequenceOf({ record }: Work): string {
  return record.dynamodb.SequenceNumber;
}
