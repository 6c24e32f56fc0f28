import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { table } from '../../shared/contract/table.ts';

/** A DynamoDB to test against, with a fresh table in it. */
export interface TestTable {
  config: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } };
  tableName: string;
  client: DynamoDBClient;
}

let started: Promise<string> | undefined;

/**
 * A new, empty table made from the contract, in dynalite or, when KANSRIJK_TEST_DYNAMODB holds the URL
 * of another DynamoDB, there.
 */
export async function testTable(): Promise<TestTable> {
  const endpoint = process.env.KANSRIJK_TEST_DYNAMODB ?? (await dynaliteEndpoint());
  const tableName = `test-${randomUUID()}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const config = { endpoint, region: 'local', credentials };
  const client = new DynamoDBClient(config);
  await client.send(new CreateTableCommand(tableDefinition(tableName)));
  while (!(await isActive(client, tableName)));
  return { config, tableName, client };
}

/** The waiter of the SDK would wait for a second. */
async function isActive(client: DynamoDBClient, tableName: string): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  return Table?.TableStatus === 'ACTIVE';
}

/** The contract's table as CreateTable takes it, with a stream of both images. */
export function tableDefinition(tableName: string): CreateTableCommandInput {
  const indexes = Object.values(table.indexes);
  const keys = [table, ...indexes].flatMap((part) => [part.partitionKey, part.sortKey]);
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(keys)].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: keySchema(table),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection:
        index.include.length > 0
          ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.include] }
          : { ProjectionType: 'KEYS_ONLY' },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  };
}

function keySchema(part: { partitionKey: string; sortKey: string }): CreateTableCommandInput['KeySchema'] {
  return [
    { AttributeName: part.partitionKey, KeyType: 'HASH' },
    { AttributeName: part.sortKey, KeyType: 'RANGE' },
  ];
}

function dynaliteEndpoint(): Promise<string> {
  started ??= startDynalite();
  return started;
}

async function startDynalite(): Promise<string> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
