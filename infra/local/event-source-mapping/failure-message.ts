import { randomUUID } from 'node:crypto';
import type { StreamRecord } from '../services/dynamodb/stream-record.ts';
import type { MappingDefinition } from './mapping-definition.ts';

export interface FailedBatch {
  definition: MappingDefinition;
  records: StreamRecord[];
  condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  /** How often the function was invoked. */
  attempts: number;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * The message about a failed batch for its on-failure destination: its place in the stream, not its content.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-create-package.html
 */
export function failureMessage({ definition, records, condition, attempts, at }: FailedBatch): string {
  const [first, last] = [records[0], records.at(-1)];
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: definition.functionArn,
      condition,
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date(at).toISOString(),
    DDBStreamBatchInfo: {
      shardId: 'shardId-twin',
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: definition.sourceArn,
    },
  });
}

function arrival(record: StreamRecord | undefined): string | undefined {
  return record && new Date(record.dynamodb.ApproximateCreationDateTime * 1000).toISOString();
}
