import { afterEach, describe, expect, it } from 'vitest';
import { type Change, relayChanges } from '../../../functions/relay/relay-changes.ts';
import { mappingDefinition } from '../../../infra/local/event-source-mapping/mapping-definition.ts';
import { openStreamMapping, type StreamMapping } from '../../../infra/local/event-source-mapping/stream.ts';
import type { StreamRecord } from '../../../infra/local/services/dynamodb/stream-record.ts';
import type { DomainEvent } from '../../../shared/contract/domain-events.ts';
import { leadEntity } from '../../../shared/store/identity/lead-entity.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW } from '../../domain/builders.ts';
import { reported, someone } from '../../domain/reports/builders.ts';
import { aClock, aJournal, anInvoker, aResource, until } from '../../infra/local/services/builders.ts';

const sink: Table = { name: 'sink', call: async () => ({}) };
const LEADS = 12;
const VERSIONS = 6;

let mapping: StreamMapping | undefined;
afterEach(() => mapping?.stop());

describe('the stream of the table', () => {
  it('takes every change to the bus, those of a lead in order, while the bus refuses some', async () => {
    const published: string[] = [];
    let calls = 0;
    const bus = {
      put: async (events: readonly DomainEvent[]) => {
        calls += 1;
        if (calls % 7 === 3) throw new Error('The bus refuses');
        published.push(...events.map(({ detail }) => detail.id));
      },
    };
    const invoker = anInvoker({
      Relay: async ({ Records }: { Records: StreamRecord[] }) => {
        const failures = await relayChanges({ bus, table: sink, now: () => NOW }, Records.map(changeIn));
        return { batchItemFailures: failures.map(({ record }) => ({ itemIdentifier: record })) };
      },
    });
    const resource = aResource('AWS::Lambda::EventSourceMapping', 'Mapping', {
      ...{ EventSourceArn: 'arn:aws:twin:leads/stream/twin', FunctionName: 'relay', BatchSize: 100 },
      ...{ ParallelizationFactor: 4, BisectBatchOnFunctionError: true, MaximumRetryAttempts: 10 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const letters: string[] = [];
    const relay = aResource('AWS::Lambda::Function', 'Relay');
    mapping = openStreamMapping(mappingDefinition(resource, [relay]), {
      ...{ journal: aJournal(), clock: aClock(), invoker },
      sendToQueue: (_, body) => letters.push(body),
    });
    mapping.start();
    for (let version = 2; version <= VERSIONS; version++)
      for (let lead = 0; lead < LEADS; lead++) mapping.accept(someone(lead), recordOf(lead, version));
    await until(() => mapping?.pending() === 0);

    const once = [...new Set(published)];
    expect(once).toHaveLength(LEADS * (VERSIONS - 1));
    for (let lead = 0; lead < LEADS; lead++) {
      const versions = once.filter((id) => id.startsWith(someone(lead))).map((id) => id.split('.')[1]);
      expect(versions).toEqual(['2', '3', '4', '5', '6']);
    }
    expect(published.length).toBeGreaterThan(once.length);
    expect(letters).toEqual([]);
  });
});

let sequence = 0;
function recordOf(n: number, version: number): StreamRecord {
  sequence += 1;
  const image = (of: number) => {
    const lead = reported({ id: someone(n), version: of, band: of % 2 ? 'guides' : 'ads' });
    return leadEntity.itemOf({ lead: lead.id }, lead);
  };
  return {
    ...{ eventID: String(sequence), eventName: 'MODIFY', eventVersion: '1.1', eventSource: 'aws:dynamodb' },
    ...{ awsRegion: 'eu-west-1', eventSourceARN: 'arn:aws:twin:leads/stream/twin' },
    dynamodb: {
      ...{ ApproximateCreationDateTime: aClock().now() / 1_000, SizeBytes: 1 },
      ...{ Keys: {}, SequenceNumber: String(sequence), StreamViewType: 'NEW_AND_OLD_IMAGES' },
      ...{ OldImage: image(version - 1), NewImage: image(version) },
    },
  } as StreamRecord;
}

function changeIn({ dynamodb }: StreamRecord): Change {
  const { SequenceNumber, OldImage, NewImage } = dynamodb;
  return { record: SequenceNumber, at: '', before: OldImage, after: NewImage } as Change;
}
