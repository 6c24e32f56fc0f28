import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamsRecord,
} from '@aws-sdk/client-dynamodb-streams';
import { startDynamoDb } from '../../infra/local/services/dynamodb/dynamodb.ts';
import { ServiceError } from '../../infra/local/services/service.ts';
import { aClock, aJournal, aTable } from '../infra/local/services/builders.ts';
import { testTable } from '../store/endpoint.ts';

const commands = {
  BatchWriteItem: BatchWriteItemCommand,
  DeleteItem: DeleteItemCommand,
  GetItem: GetItemCommand,
  PutItem: PutItemCommand,
  Query: QueryCommand,
  Scan: ScanCommand,
  UpdateItem: UpdateItemCommand,
};

/** An operation of DynamoDB's API; `TableName` is filled in. */
export interface Call {
  operation: keyof typeof commands;
  input: Record<string, unknown>;
}

interface Answer {
  error?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the answers of both are only compared
  output?: any;
}

export type ComparedRecord = Pick<StreamsRecord, 'eventName' | 'dynamodb'>;

/** A DynamoDB with one table and its stream. */
export interface Database {
  call(call: Call): Promise<Answer>;
  /** Everything in the stream so far. */
  records(): Promise<ComparedRecord[]>;
  close(): Promise<void>;
}

/** The twin's own DynamoDB. */
export async function twinDatabase(): Promise<Database> {
  const seen: ComparedRecord[] = [];
  const service = await startDynamoDb({
    resources: [aTable()],
    journal: aJournal(),
    clock: aClock(),
    region: 'eu-west-1',
    dataFolder: undefined,
    units: () => {},
    sink: (_, __, record) => seen.push(structuredClone(record) as unknown as ComparedRecord),
  });
  return {
    async call({ operation, input }) {
      try {
        return { output: await service.call(operation, named(input, 'leads')) };
      } catch (error) {
        if (error instanceof ServiceError) return { error: error.code };
        throw error;
      }
    },
    records: async () => seen,
    close: () => service.stop(),
  };
}

/** DynamoDB Local, as `run.ts` started it. */
export async function localDatabase(): Promise<Database> {
  const { client, config, tableName } = await testTable();
  const streams = new DynamoDBStreamsClient(config);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const StreamArn = Table?.LatestStreamArn;
  return {
    async call({ operation, input }) {
      const Command = commands[operation] as unknown as new (input: object) => PutItemCommand;
      try {
        const { $metadata: _, ...output } = await client.send(new Command(named(input, tableName)));
        return { output };
      } catch (error) {
        if (error instanceof DynamoDBServiceException) return { error: error.name };
        throw error;
      }
    },
    async records() {
      const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
      const found: StreamsRecord[] = [];
      for (const { ShardId } of StreamDescription?.Shards ?? []) {
        const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' as const };
        let { ShardIterator } = await streams.send(new GetShardIteratorCommand(from));
        for (let isMore = true; isMore && ShardIterator; ) {
          const page = await streams.send(new GetRecordsCommand({ ShardIterator }));
          found.push(...(page.Records ?? []));
          ShardIterator = page.NextShardIterator;
          isMore = (page.Records ?? []).length > 0;
        }
      }
      return found;
    },
    async close() {
      streams.destroy();
      client.destroy();
    },
  };
}

function named(input: Record<string, unknown>, TableName: string): Record<string, unknown> {
  if (!Array.isArray(input.Requests)) return { TableName, ...input };
  const { Requests, ...rest } = input;
  return { RequestItems: { [TableName]: Requests }, ...rest };
}
