import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '../../shared/store/table.ts';

const commands = {
  PutItem: PutItemCommand,
  GetItem: GetItemCommand,
  UpdateItem: UpdateItemCommand,
  DeleteItem: DeleteItemCommand,
  Query: QueryCommand,
  BatchGetItem: BatchGetItemCommand,
  BatchWriteItem: BatchWriteItemCommand,
};

/** The table through the AWS SDK. Make it once per process, outside the handler. */
export function sdkTable(name: string, client: DynamoDBClient = new DynamoDBClient({})): Table {
  return {
    name,
    call(operation, input) {
      const Command = commands[operation] as new (input: unknown) => Parameters<typeof client.send>[0];
      return client.send(new Command(input)) as Promise<never>;
    },
  };
}
