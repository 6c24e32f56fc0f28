import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Invoker, Part } from '../part.ts';
import type { StreamRecord } from '../services/dynamodb/stream-record.ts';
import type { Journal } from '../storage/journal.ts';
import { type FailedBatch, failureMessage } from './destination.ts';
import type { MappingDefinition } from './event-source-mapping.ts';
import { type BatchOutcome, batchOutcome, firstFailure } from './failures.ts';

/** Real time between two tries; AWS takes seconds to minutes. */
const RETRY_DELAY = 75;

export interface StreamMappingContext {
  journal: Journal;
  clock: Clock;
  invoker: Invoker;
  sendToQueue(queueArn: string, body: string): void;
  log?(message: string): void;
}

/** Hands the records of a stream to a function. */
export interface StreamMapping extends Part {
  /** Takes over a record that the filters let through; called within the transaction that makes it. */
  take(partition: string, record: StreamRecord): void;
  /** Begins with what was left when the twin stopped, so that the order is kept. */
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
 * A stream mapping. Records wait in lanes, as many as may run side by side; all records of a partition
 * key are in one lane, which is worked off in order.
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
    // The record is not committed yet: begin after the transaction that makes it.
    setImmediate(() => void workOff(lane));
  }

  async function workOff(lane: Lane): Promise<void> {
    while (lane.waiting.length > 0 && !isStopped) {
      if (definition.window > 0 && lane.waiting.length < batchSize) await sleep(definition.window);
      await settle(lane.waiting.slice(0, batchSize), lane);
    }
    lane.isRunning = false;
  }

  /** Works on a batch until each of its records is done or given up. */
  async function settle(batch: Work[], lane: Lane): Promise<void> {
    let rest = batch;
    for (let tries = 1; ; tries += 1) {
      rest = giveUpOld(rest, lane, tries - 1);
      if (rest.length === 0) return;
      const outcome = await hand(rest);
      if (isStopped) return;
      const done = firstFailure(outcome, rest.map(sequenceOf));
      finish(rest.slice(0, done), lane);
      rest = rest.slice(done);
      if (rest.length === 0) return;
      if (done > 0) tries = 1;
      await sleep(RETRY_DELAY);
      if (isStopped) return;
      if (definition.bisects && rest.length > 1) {
        // Splitting does not count as a try. A reported item is known to be at fault, so it goes alone.
        const middle = outcome.kind === 'partly' ? 1 : Math.ceil(rest.length / 2);
        await settle(rest.slice(0, middle), lane);
        if (!isStopped) await settle(rest.slice(middle), lane);
        return;
      }
      if (tries > definition.retries)
        return giveUp(rest, lane, { condition: 'RetryAttemptsExhausted', tries });
    }
  }

  /** Invokes the function once. */
  async function hand(batch: Work[]): Promise<BatchOutcome> {
    const event = { Records: batch.map(({ record }) => record) };
    const result = await invoker.invoke(definition.functionId, event);
    const outcome = batchOutcome(result, definition.reportsFailures, batch.map(sequenceOf));
    if (outcome.kind === 'failed') {
      log(`${definition.functionId}: a batch of ${batch.length} records failed (${outcome.reason})`);
    }
    return outcome;
  }

  function giveUpOld(batch: Work[], lane: Lane, tries: number): Work[] {
    const old = batch.filter(({ record }) => isTooOld(record));
    if (old.length > 0) giveUp(old, lane, { condition: 'RecordAgeExceeded', tries });
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

  function giveUp(works: Work[], lane: Lane, why: Pick<FailedBatch, 'condition' | 'tries'>): void {
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
    take(partition, record) {
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
