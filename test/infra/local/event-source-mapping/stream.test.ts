import { afterEach, describe, expect, it } from 'vitest';
import { mappingDefinition } from '../../../../infra/local/event-source-mapping/mapping-definition.ts';
import {
  openStreamMapping,
  type StreamMapping,
} from '../../../../infra/local/event-source-mapping/stream.ts';
import type { StreamRecord } from '../../../../infra/local/services/dynamodb/stream-record.ts';
import { aClock, aJournal, anInvoker, aResource, until } from '../services/builders.ts';

type Event = { Records: StreamRecord[] };

const opened: StreamMapping[] = [];
afterEach(async () => {
  for (const mapping of opened.splice(0)) await mapping.stop();
});

const reader = aResource('AWS::Lambda::Function', 'Reader');

function aMapping(
  handler: (event: Event) => unknown,
  properties: Record<string, unknown> = {},
  journal = aJournal(),
  isStarted = true,
) {
  const clock = aClock();
  const invoker = anInvoker({ Reader: handler });
  const letters: { queue: string; body: string }[] = [];
  const resource = aResource('AWS::Lambda::EventSourceMapping', 'Mapping', {
    EventSourceArn: 'arn:aws:twin:leads/stream/twin',
    FunctionName: 'reader',
    ...properties,
  });
  const mapping = openStreamMapping(mappingDefinition(resource, [reader]), {
    journal,
    clock,
    invoker,
    sendToQueue: (queue, body) => letters.push({ queue, body }),
  });
  opened.push(mapping);
  if (isStarted) mapping.start();
  const batches = () => invoker.calls.map(({ event }) => (event as Event).Records.map(nameOf));
  return { mapping, journal, clock, letters, batches };
}

let sequence = 0;
function aRecord(name: string, eventName: StreamRecord['eventName'] = 'INSERT'): StreamRecord {
  sequence += 1;
  return {
    eventID: name,
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-1',
    eventSourceARN: 'arn:aws:twin:leads/stream/twin',
    dynamodb: {
      ApproximateCreationDateTime: Date.parse('2026-03-02T09:00:00Z') / 1000,
      Keys: { PK: { S: name } },
      SequenceNumber: String(sequence),
      SizeBytes: 1,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}

const nameOf = (record: StreamRecord) => record.eventID;

function failOn(poison: string) {
  return ({ Records }: Event) => {
    if (Records.some((record) => nameOf(record) === poison)) throw new Error('poison');
  };
}

describe('a stream mapping', () => {
  it('delivers records in order, in batches of its size', async () => {
    const { mapping, batches } = aMapping(() => undefined, { BatchSize: 2 });
    for (const name of ['a', 'b', 'c']) mapping.accept('key', aRecord(name));
    expect(mapping.pending()).toBe(3);
    await until(() => mapping.pending() === 0);
    expect(batches()).toEqual([['a', 'b'], ['c']]);
  });

  it('skips records that no filter matches', async () => {
    const filters = [{ Pattern: '{"eventName":["REMOVE"]}' }, { Pattern: '{"eventID":["b"]}' }];
    const { mapping, batches } = aMapping(() => undefined, { FilterCriteria: { Filters: filters } });
    mapping.accept('key', aRecord('a'));
    mapping.accept('key', aRecord('b'));
    mapping.accept('key', aRecord('c', 'REMOVE'));
    await until(() => mapping.pending() === 0);
    expect(batches().flat()).toEqual(['b', 'c']);
  });

  it('keeps the order within a partition key when batches run at once', async () => {
    const seen: string[] = [];
    let running = 0;
    let most = 0;
    const { mapping } = aMapping(
      async ({ Records }) => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
        seen.push(...Records.map(nameOf));
        running -= 1;
      },
      { BatchSize: 1, ParallelizationFactor: 4 },
    );
    for (let turn = 0; turn < 10; turn += 1) {
      for (const key of ['p', 'q', 'r', 's', 't', 'u']) mapping.accept(key, aRecord(`${key}${turn}`));
    }
    await until(() => mapping.pending() === 0);
    for (const key of ['p', 'q', 'r', 's', 't', 'u']) {
      const ofKey = seen.filter((name) => name.startsWith(key));
      expect(ofKey).toEqual([...ofKey].sort());
    }
    expect(most).toBeGreaterThan(1);
  });

  it('retries a batch as often as configured, then notifies the destination and continues', async () => {
    const { mapping, batches, letters } = aMapping(failOn('bad'), {
      BatchSize: 1,
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: 'arn:dead' } },
    });
    mapping.accept('key', aRecord('bad'));
    mapping.accept('key', aRecord('good'));
    await until(() => mapping.pending() === 0);
    expect(batches()).toEqual([['bad'], ['bad'], ['bad'], ['good']]);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.queue).toBe('arn:dead');
    expect(JSON.parse(letters[0]?.body ?? '')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      DDBStreamBatchInfo: { batchSize: 1, streamArn: 'arn:aws:twin:leads/stream/twin' },
    });
  });

  it('splits a failed batch until the bad record is alone, without losing its neighbours', async () => {
    const { mapping, batches, letters } = aMapping(failOn('c'), {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
      DestinationConfig: { OnFailure: { Destination: 'arn:dead' } },
    });
    for (const name of ['a', 'b', 'c', 'd']) mapping.accept('key', aRecord(name));
    await until(() => mapping.pending() === 0);
    expect(batches()).toEqual([['a', 'b', 'c', 'd'], ['a', 'b'], ['c', 'd'], ['c'], ['c'], ['d']]);
    expect(letters).toHaveLength(1);
  });

  it('continues from the first reported failure', async () => {
    let tries = 0;
    const { mapping, batches } = aMapping(
      ({ Records }) => {
        const failed = Records.find((record) => nameOf(record) === 'b' && ++tries < 3);
        return { batchItemFailures: failed ? [{ itemIdentifier: failed.dynamodb.SequenceNumber }] : [] };
      },
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
    );
    for (const name of ['a', 'b', 'c']) mapping.accept('key', aRecord(name));
    await until(() => mapping.pending() === 0);
    expect(batches()).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['b', 'c'],
    ]);
  });

  it.each([
    ['an unknown identifier', { batchItemFailures: [{ itemIdentifier: 'unknown' }] }],
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['a wrong key', { batchItemFailures: [{ id: '1' }] }],
    ['something that is not a list', { batchItemFailures: 'all' }],
  ])('treats a result with %s as a failure of the whole batch', async (_, result) => {
    const { mapping, batches } = aMapping(() => result, {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 1,
    });
    mapping.accept('key', aRecord('a'));
    await until(() => mapping.pending() === 0);
    expect(batches()).toEqual([['a'], ['a']]);
  });

  it('gives up records that are too old', async () => {
    const { mapping, batches, clock, letters } = aMapping(() => undefined, {
      MaximumRecordAgeInSeconds: 60,
      DestinationConfig: { OnFailure: { Destination: 'arn:dead' } },
    });
    clock.advance(61_000);
    mapping.accept('key', aRecord('old'));
    await until(() => mapping.pending() === 0);
    expect(batches()).toEqual([]);
    expect(letters).toHaveLength(1);
  });

  it('resumes unfinished records after a restart, before newer ones', async () => {
    const journal = aJournal();
    const before = aMapping(() => new Promise(() => {}), {}, journal);
    before.mapping.accept('key', aRecord('a'));
    await until(() => before.batches().length === 1);
    await before.mapping.stop();

    const after = aMapping(() => undefined, { BatchSize: 1 }, journal, false);
    after.mapping.accept('key', aRecord('b'));
    after.mapping.start();
    await until(() => after.mapping.pending() === 0);
    expect(after.batches()).toEqual([['a'], ['b']]);
    expect(journal.all('SELECT * FROM stream_work')).toEqual([]);
  });
});
